import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const looks = EditorView.theme({
	'&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sheet)' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': {
		fontFamily: 'var(--mono)',
		fontSize: 'var(--code)',
		lineHeight: '1.65',
		fontVariantLigatures: 'none',
		overscrollBehavior: 'contain',
	},
	'.cm-content': { padding: '0.875rem 0 4rem', caretColor: 'var(--accent)' },
	'.cm-line': { padding: '0 1.25rem 0 0.5rem' },
	'.cm-gutters': { backgroundColor: 'var(--sheet)', color: 'var(--faint)', border: 'none' },
	'.cm-lineNumbers .cm-gutterElement': {
		minWidth: 'var(--gutter, 2.25rem)',
		padding: '0 0.5rem 0 0.25rem',
	},
	'.cm-activeLine': { backgroundColor: 'transparent' },
	'&.cm-focused .cm-activeLine': { backgroundColor: 'var(--code-active)' },
	'.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
	'.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
	'.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
		{ backgroundColor: 'var(--code-select)' },
	'.cm-selectionMatch': { backgroundColor: 'var(--accent-soft)' },
	'&.cm-focused .cm-matchingBracket': {
		backgroundColor: 'var(--accent-soft)',
		outline: '1px solid var(--accent)',
	},
	'&.cm-focused .cm-nonmatchingBracket': {
		backgroundColor: 'var(--bad-soft)',
		outline: '1px solid var(--bad)',
	},
	'.cm-step-line': {
		backgroundColor: 'var(--accent-soft) !important',
		boxShadow: 'inset 3px 0 var(--accent)',
	},
	'.cm-breakpoints': { width: '0.875rem' },
	'.cm-breakpoints .cm-gutterElement': {
		color: 'var(--accent)',
		fontSize: '0.625rem',
		textAlign: 'center',
		cursor: 'pointer',
	},
	'.cm-marked': { backgroundColor: 'var(--bad-soft) !important' },
	'.cm-fixed': { backgroundColor: 'var(--well)' },
	'.cm-mark-gutter': { width: '0.875rem' },
	'.cm-mark-gutter .cm-gutterElement': { color: 'var(--bad)', textAlign: 'center' },
	'.cm-mark-note': {
		display: 'block',
		padding: '0 1.25rem 0.25rem 0.5rem',
		backgroundColor: 'var(--bad-soft)',
		color: 'var(--bad)',
		font: '0.8438rem/1.45 var(--font)',
		whiteSpace: 'normal',
	},
	'.cm-panels': {
		backgroundColor: 'var(--paper)',
		color: 'var(--ink)',
		font: '0.875rem/1.4 var(--font)',
	},
	'.cm-panels-top': { borderBottom: '1px solid var(--line)' },
	'.cm-panel.cm-search': { padding: '0.5rem 2.5rem 0.5rem 0.75rem' },
	'.cm-panel.cm-search label': {
		display: 'inline-flex',
		alignItems: 'center',
		fontSize: '0.8125rem',
	},
	'.cm-panel.cm-search [name=close]': {
		right: '0.5rem',
		top: '0.5rem',
		width: '1.75rem',
		height: '1.75rem',
		fontSize: '1.125rem',
	},
	'.cm-textfield': {
		border: '1px solid var(--edge)',
		borderRadius: '6px',
		backgroundColor: 'var(--sheet)',
		color: 'var(--ink)',
		fontSize: '0.875rem',
		padding: '0.25rem 0.5rem',
	},
	'.cm-button': {
		border: '1px solid var(--line)',
		borderRadius: '6px',
		background: 'var(--sheet)',
		color: 'var(--ink)',
		fontSize: '0.8125rem',
		padding: '0.25rem 0.625rem',
	},
	'.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
	'.cm-searchMatch-selected': { backgroundColor: 'var(--code-select)' },
	'.cm-tooltip': {
		border: '1px solid var(--line)',
		borderRadius: '8px',
		backgroundColor: 'var(--sheet)',
		boxShadow: 'var(--shadow)',
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: 'none', overflow: 'hidden' },
	'.cm-tooltip-autocomplete > ul > li': { padding: '0.2rem 0.6rem !important' },
	'.cm-tooltip-autocomplete > ul > li[aria-selected]': {
		backgroundColor: 'var(--accent-soft)',
		color: 'var(--ink)',
	},
	'.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal', fontSize: '0.9em' },
	'.cm-lintRange': { backgroundImage: 'none' },
	'.cm-lintRange-info': {
		textDecoration: 'underline dotted var(--warn) 1.5px',
		textUnderlineOffset: '0.28em',
	},
	'.cm-lintRange-error': {
		textDecoration: 'underline wavy var(--bad) 1px',
		textUnderlineOffset: '0.28em',
	},
	'.cm-lintPoint:after': { borderBottomColor: 'var(--warn)' },
	'.cm-tooltip-lint': { padding: '0.25rem', font: '0.875rem/1.45 var(--font)' },
	'.cm-diagnostic': { maxWidth: '30rem', padding: '0.375rem 0.625rem', borderLeft: 'none' },
	'.cm-diagnosticSource': { color: 'var(--soft)', fontSize: '0.8125rem', opacity: '1' },
	'.cm-diagnosticAction': {
		margin: '0 0 0 0.625rem',
		padding: '0.125rem 0.5rem',
		border: '1px solid var(--line)',
		borderRadius: '6px',
		backgroundColor: 'var(--paper)',
		color: 'var(--ink)',
		fontSize: '0.8125rem',
	},
	'.cm-panel.cm-panel-lint ul': { font: '0.875rem/1.45 var(--font)' },
	'.cm-told': { margin: '0', padding: '0.5rem 0.875rem', font: '0.875rem/1.45 var(--font)' },
	'.cm-placeholder': { color: 'var(--faint)' },
});

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
	{ tag: [tags.string, tags.special(tags.string), tags.character], color: 'var(--code-string)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
	{
		tag: [
			tags.function(tags.variableName),
			tags.function(tags.propertyName),
			tags.function(tags.definition(tags.variableName)),
			tags.definition(tags.className),
			tags.className,
		],
		color: 'var(--code-name)',
	},
	{ tag: [tags.comment, tags.lineComment], color: 'var(--code-comment)', fontStyle: 'italic' },
	{ tag: tags.meta, color: 'var(--code-name)' },
	{ tag: tags.invalid, color: 'var(--bad)' },
]);

/** As one of several in a form, which grows with its text. */
export const field = EditorView.theme({
	'&': { height: 'auto', maxHeight: '32rem', border: '1px solid var(--edge)', borderRadius: '6px' },
	'&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
	'.cm-scroller': { overflow: 'auto' },
	'.cm-content': { padding: '0.5rem 0', minHeight: 'var(--least)' },
	'.cm-line': { padding: '0 0.75rem' },
});

/** The editor in the page's own colours; light and dark follow the custom properties. */
export const theme = [looks, syntaxHighlighting(colours)];
