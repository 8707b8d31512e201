import { chromium } from 'playwright-core';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|mjs|css|wasm|zip|json|svg|webmanifest)$/;
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

export function launch(executablePath) {
	return chromium.launch({ executablePath, args: ARGUMENTS });
}

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)];
}

/** Runs each of `makers` in turn, `rounds` times, so that all see the same machine; medians. */
export async function interleave(rounds, makers) {
	const samples = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (const [name, measure] of Object.entries(makers)) samples[name].push(await measure());
	}
	return Object.fromEntries(
		Object.entries(samples).map(([name, values]) => [name, { median: median(values), values }]),
	);
}

export function gzipSize(bytes) {
	return gzipSync(bytes, { level: 9 }).length;
}

export function brotliSize(bytes) {
	return brotli(bytes).length;
}

function brotli(bytes) {
	return brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	});
}

/** Copies a folder and puts a brotli twin beside each file that compresses, as a good host has it. */
export function precompress(from, to, wanted = () => true) {
	const files = readdirSync(from, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter(wanted);
	for (const file of files) {
		const target = join(to, file.slice(from.length));
		// Compressing takes minutes: what is the same as last time is kept.
		if (existsSync(target) && readFileSync(target).equals(readFileSync(file))) continue;
		mkdirSync(dirname(target), { recursive: true });
		copyFileSync(file, target);
		if (COMPRESSIBLE.test(file)) writeFileSync(`${target}.br`, brotli(readFileSync(file)));
	}
}

/** A new tab, once the pages that the browser itself opens along with one have come to rest. */
export async function openTab(context) {
	const page = await context.newPage();
	await page.waitForTimeout(3000);
	return page;
}
