import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { content } from './src/content/build/plugin';

const patient = 120_000;

const browserArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

/** `CHROME_PATH` names the browser; the test command finds one and sets it. */
const launchOptions = { executablePath: process.env.CHROME_PATH, args: browserArguments };

export default defineConfig({
	test: {
		projects: [
			{
				test: { name: 'core', include: ['tests/{core,editor}/**/*.test.ts'], testTimeout: 30_000 },
			},
			{ test: { name: 'coach', include: ['tests/coach/**/*.test.ts'], testTimeout: 30_000 } },
			{ test: { name: 'embed', include: ['tests/embed/**/*.test.ts'], testTimeout: 30_000 } },
			{
				plugins: content(),
				test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 30_000 },
			},
			{
				test: {
					name: 'architecture',
					include: ['tests/architecture.test.ts'],
					testTimeout: 30_000,
				},
			},
			{
				optimizeDeps: { include: ['idb', 'valibot'] },
				test: {
					name: 'storage',
					include: ['tests/storage/**/*.test.ts'],
					fileParallelism: false,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions }),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
			{
				test: {
					name: 'python',
					include: ['tests/python/**/*.test.ts'],
					testTimeout: patient,
					hookTimeout: patient,
				},
			},
			{
				test: {
					name: 'challenges',
					include: ['tests/challenges/**/*.test.ts'],
					testTimeout: 600_000,
					hookTimeout: patient,
				},
			},
			{
				test: {
					name: 'cli',
					include: ['tests/cli/**/*.test.ts'],
					testTimeout: 600_000,
					hookTimeout: patient,
				},
			},
			{
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: patient,
					hookTimeout: patient,
				},
			},
		],
	},
});
