/** What can be shown and hidden. */
export const parts = [
	'prompt',
	'editor',
	'output',
	'tests',
	'hints',
	'solution',
	'toolbar',
	'footer',
] as const;
export type Part = (typeof parts)[number];

/** Lines, 1-based, both ends included. */
export type LineRange = { from: number; to: number };

/** Where the exercise comes from; `slug` of a pack is null for its first. */
export type ExerciseSource =
	| { kind: 'built-in'; slug: string }
	| { kind: 'pack'; url: string; slug: string | null }
	| { kind: 'inline'; data: string };

export type Load = 'click' | 'lazy' | 'eager';
export type Theme = 'auto' | 'light' | 'dark';
export type Layout = 'auto' | 'stack' | 'split';
export type Mode = 'practice' | 'demo' | 'quiz';
export type Keeping = 'local' | 'none' | 'parent';
export type Dialect = 'native' | 'splice' | 'h5p';
