import {
	autocompletion,
	type Completion,
	type CompletionContext,
	type CompletionResult,
	type CompletionSource,
} from '@codemirror/autocomplete';
import { globalCompletion, localCompletionSource } from '@codemirror/lang-python';
import { syntaxTree } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import type { Help } from './help';
import { modulesOf } from './imports';
import { membersOf, offers, type Offer } from './members';

const VALID = /^\w*$/;
const SHOWN = 12;
const TYPES: Record<Offer['kind'], string> = {
	module: 'namespace',
	class: 'class',
	function: 'function',
	value: 'constant',
	member: 'property',
};

/** Names after a dot or in an import line by themselves, all others when asked for. */
export function completing(help: Help): Extension {
	return autocompletion({
		icons: false,
		// What the list shows at once: it moves on with the arrow keys and never scrolls.
		maxRenderedOptions: SHOWN,
		override: [members(help), asked(localCompletionSource), asked(globalCompletion)],
	});
}

function members(help: Help): CompletionSource {
	return async (context) => {
		if (inText(context)) return null;
		const { state, pos } = context;
		const line = state.doc.lineAt(pos);
		const before = state.sliceDoc(line.from, pos);
		const code = state.doc.toString();
		const [, module, last] =
			/^\s*from\s+([\w.]+)\s+import\s+\(?(?:[\w\s]+,\s*)*(\w*)$/.exec(before) ?? [];
		if (module !== undefined && last !== undefined) {
			const names = await help.names([module]);
			return result(pos - last.length, offers(names[module] ?? {}));
		}
		const [, path, word] = /(?<![\w.)\]])([A-Za-z_][\w.]*)\.(\w*)$/.exec(before) ?? [];
		if (path === undefined || word === undefined) return null;
		const names = await help.names(['builtins', ...modulesOf(code)]);
		return result(pos - word.length, membersOf(code, state.sliceDoc(0, pos), path, names));
	};
}

function result(from: number, found: Offer[]): CompletionResult | null {
	if (found.length === 0) return null;
	const options = found.map(({ label, kind, signature }): Completion => ({
		label,
		type: TYPES[kind],
		...(signature !== null && { detail: signature }),
		...(label.startsWith('_') && { boost: -10 }),
	}));
	return { from, options, validFor: VALID };
}

/** A source that keeps silent until somebody asks, and after a dot, where it knows nothing. */
function asked(source: CompletionSource): CompletionSource {
	return (context) => (context.explicit && !context.matchBefore(/\.\w*$/) ? source(context) : null);
}

function inText({ state, pos }: CompletionContext): boolean {
	const { name } = syntaxTree(state).resolveInner(pos, -1);
	return name === 'Comment' || name === 'String' || name === 'FormatString';
}
