#!/usr/bin/env node
// `npx dryrun check|judge …`: the judge on the command line; see judge/usage.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.js';

if (!existsSync(join(root, 'node_modules/vite/package.json'))) {
	console.error('The packages are missing. Run "npm ci" in the folder of Dry Run first.');
	process.exit(2);
}
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'src/cli/judge/main.ts'), {
	root,
	configFile: false,
	logLevel: 'error',
});
process.exitCode = await module.main(process.argv.slice(2));
