import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['dist', '.cache', 'node_modules', 'challenges'] },
	...ts.configs.recommended,
	...svelte.configs['flat/recommended'],
	...svelte.configs['flat/prettier'],
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'no-warning-comments': 'error',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// Routes live in the hash; there is no resolver to call.
			'svelte/no-navigation-without-resolve': 'off',
			// State classes hold immutable values in `$state.raw`; nothing in them is changed in place.
			'svelte/prefer-svelte-reactivity': 'off',
			// The only HTML shown is what our own content plugin made safe.
			'svelte/no-at-html-tags': 'off',
		},
	},
	{
		// An ambient module has no imports by path.
		files: ['**/*.d.ts'],
		rules: { '@typescript-eslint/consistent-type-imports': 'off' },
	},
	{
		files: ['src/cli/**', 'tests/bench/**', '**/build/**', '*.config.*'],
		rules: { 'no-console': 'off' },
	},
);
