import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command in the checkout and shows its output; answers its exit code. */
export function run(command, args, environment = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...process.env, ...environment },
			shell: process.platform === 'win32',
		});
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/** Runs a package's command line tool. */
export function runTool(name, args, environment) {
	return run(process.execPath, [binary(name), ...args], environment);
}

function binary(name) {
	const [folder, tool] = name.split(':');
	const file = join(root, 'node_modules', folder, 'package.json');
	const { bin } = JSON.parse(readFileSync(file, 'utf8'));
	return join(root, 'node_modules', folder, typeof bin === 'string' ? bin : bin[tool ?? folder]);
}

/** Installs the packages when they are missing or not those of the lock file. */
export async function ensurePackages() {
	const lock = join(root, 'package-lock.json');
	const installed = join(root, 'node_modules/.package-lock.json');
	if (existsSync(installed) && holds(lock, installed)) return;
	console.log('Installing packages …');
	const code = await run('npm', ['ci', '--no-audit', '--no-fund']);
	if (code !== 0) throw new Error('npm ci failed; see its output above.');
}

/** Whether each package that the lock file asks of this platform is there in its version. */
function holds(lock, installed) {
	const { packages: wanted } = JSON.parse(readFileSync(lock, 'utf8'));
	const { packages: found } = JSON.parse(readFileSync(installed, 'utf8'));
	return Object.entries(wanted).every(
		([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
	);
}
