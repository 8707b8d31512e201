import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { content } from './src/content/build/plugin';
import { coldModules } from './src/embed/build/cold';
import { embeds } from './src/embed/build/plugin';
import { scorm } from './src/embed/build/scorm';
import { early } from './src/runtime/build/early';
import { runtime } from './src/runtime/build/plugin';

const isCold = coldModules(fileURLToPath(new URL('src/embed.ts', import.meta.url)));

export default defineConfig({
	base: './',
	publicDir: 'static',
	build: {
		target: 'es2022',
		chunkSizeWarningLimit: 700,
		rolldownOptions: {
			input: ['index.html', 'embed.html', 'src/ahead.ts'],
			output: {
				// A group's own name lists what shares it.
				chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
				assetFileNames: ({ names }) =>
					`assets/${(names[0] ?? 'asset').split(/~|\.[^.]*$/)[0]}-[hash][extname]`,
				codeSplitting: {
					groups: [
						// What a page starts with is cut as finely as it would be anyway.
						{
							name: 'start',
							tags: ['$initial'],
							test: (id) => !id.endsWith('/src/ahead.ts'),
							entriesAware: true,
							priority: 3,
						},
						// Nor must a frame that is not started fetch more than its own.
						{
							name: (id, context) => (isCold(id, context) ? 'cold' : null),
							minShareCount: 2,
							entriesAware: true,
							priority: 2,
						},
						// Of small parts that pages share later, many come in one file: each costs a fetch.
						{
							name: 'shared',
							minShareCount: 2,
							entriesAware: true,
							entriesAwareMergeThreshold: 16_000,
							priority: 1,
						},
					],
				},
			},
		},
	},
	plugins: [
		content(),
		runtime(),
		early('/src/ahead.ts'),
		embeds(),
		scorm(),
		svelte(),
		VitePWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'sw.ts',
			registerType: 'prompt',
			injectRegister: false,
			includeManifestIcons: false,
			injectManifest: {
				globPatterns: [
					'**/*.{html,js,mjs,css,woff2,svg,png,webmanifest,wasm,zip,json,bin,snapshot}',
				],
				globIgnores: ['**/screenshots/**'],
				dontCacheBustURLsMatching: /assets\//,
				maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
				manifestTransforms: [
					async (entries) => ({
						// The service worker tells how much is kept, and needs each file's size for it.
						manifest: entries.map((entry) => ({ ...entry, bytes: entry.size })),
						warnings: [],
					}),
				],
			},
			manifest: {
				id: './',
				name: 'Dry Run: Python interview practice',
				short_name: 'Dry Run',
				description:
					'Rehearse Python interviews in your own browser: judged on behaviour, offline, nothing sent anywhere.',
				lang: 'en',
				dir: 'ltr',
				start_url: './#/',
				scope: './',
				display: 'standalone',
				background_color: '#faf8f4',
				theme_color: '#faf8f4',
				categories: ['education', 'developer'],
				icons: [
					{ src: './icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
					{ src: './icons/icon-192.png', sizes: '192x192', type: 'image/png' },
					{ src: './icons/icon-512.png', sizes: '512x512', type: 'image/png' },
					{
						src: './icons/maskable-192.png',
						sizes: '192x192',
						type: 'image/png',
						purpose: 'maskable',
					},
					{
						src: './icons/maskable-512.png',
						sizes: '512x512',
						type: 'image/png',
						purpose: 'maskable',
					},
				],
				screenshots: [
					{
						src: './screenshots/practice-wide.png',
						sizes: '1280x800',
						type: 'image/png',
						form_factor: 'wide',
						label: 'An exercise, judged',
					},
					{
						src: './screenshots/catalogue-wide-dark.png',
						sizes: '1280x800',
						type: 'image/png',
						form_factor: 'wide',
						label: 'All challenges, in the dark',
					},
					{
						src: './screenshots/practice-narrow.png',
						sizes: '780x1688',
						type: 'image/png',
						form_factor: 'narrow',
						label: 'The verdict on a phone',
					},
				],
				shortcuts: [
					{ name: 'Practice', description: 'All challenges', url: './#/practice' },
					{ name: 'Settings', description: 'Look, export, offline', url: './#/settings' },
				],
			},
		}),
	],
});
