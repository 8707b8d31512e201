import type { Course } from '../course';
import { finding, quote, span, type Finding } from '../evidence';
import { bare, findLine, functionsOf, type Line } from '../program';

/** Lines; a function that fits on a screen. */
const longest = 30;
const curt = /^\s*(?!for\b|with\b|lambda\b)([a-zA-Z])\s*(?::[^=]+)?=(?!=)/;
const usual = new Set(['i', 'j', 'k', 'n', 'x', 'y', 'T', 'K', 'V', 'R']);
const commentedOut = /^\s*#\s*(if |for |while |return\b|print\(|def |\w+ = |\w+\.\w+\()/;
const leftover = /^\s*(print\(|breakpoint\(|import pdb)/;
const tooWide = /^\s*except\s*(:|BaseException\b|Exception\s*(as \w+)?:)/;

/** What can be seen in the text of the program: length, names, leftovers, errors, words. */
export function codeQuality(course: Course): Finding[] {
	const { code } = course.boxes;
	if (code.trim() === course.session.starter.trim()) {
		const none = [span(course, 'code', 'the starter was left as it was.')];
		return [finding('Code of the candidate’s own', 10, 0, none)];
	}
	const plain = bare(code);
	const functions = functionsOf(code);
	const long = functions.toSorted((one, two) => two.lines - one.lines)[0];
	const name = linesOf(plain).find(({ text }) => {
		const [, letter] = curt.exec(text) ?? [];
		return letter !== undefined && !usual.has(letter);
	});
	const rest = findLine(plain, leftover) ?? findLine(code, commentedOut);
	const wide = wideExcept(plain);
	const told = findLine(code, /"""|->|:\s*(int|str|float|list|dict|Iter\w*|Callable)/);
	const firstLine = { line: long?.line ?? 1, text: long?.text ?? code.split('\n')[0] ?? '' };
	return [
		finding(
			'Functions fit on a screen (30 lines)',
			3,
			!long ? 0.5 : long.lines <= longest ? 1 : longest / long.lines,
			[shown(firstLine, long ? `${long.lines} lines` : 'no function at all')],
		),
		finding('Names say what they hold', 2, name ? 0 : 1, [shown(name ?? firstLine)]),
		finding('Nothing left behind: no prints, no dead code', 2, rest ? 0 : 1, [
			shown(rest ?? firstLine, rest ? undefined : 'nothing found'),
		]),
		finding('Catches the errors that it means', 2, wide ? 0 : 1, [
			shown(wide ?? findLine(code, /^\s*(except|raise)\b/) ?? firstLine),
		]),
		finding('Says what goes in and comes out', 1, told ? 1 : 0, [shown(told ?? firstLine)]),
	];
}

/** An `except` that takes everything and does not raise it again. */
function wideExcept(code: string): Line | null {
	const lines = linesOf(code);
	return (
		lines.find(
			({ text, line }) =>
				tooWide.test(text) &&
				!lines.slice(line, line + 6).some((next) => /\braise\b/.test(next.text)),
		) ?? null
	);
}

function linesOf(code: string): Line[] {
	return code.split('\n').map((text, index) => ({ line: index + 1, text }));
}

function shown({ line, text }: Line, remark?: string) {
	return quote('code', remark ? `${text.trim()}  (${remark})` : text.trim(), null, line);
}
