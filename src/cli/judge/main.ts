import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNodePython } from '../../runtime/node';
import { Unreadable } from './disk';
import { render } from './formats/render';
import { planCheck, planJudge, type Plan } from './plan';
import { judgeAll } from './queue';
import { readOrder, usage, type Order } from './usage';

const challenges = fileURLToPath(new URL('../../../challenges', import.meta.url));

/** The command; answers its exit code. Results go to standard output, everything else to the other. */
export async function main(values: string[]): Promise<number> {
	const order = readOrder(values);
	if (order === null) {
		console.log(usage);
		return 0;
	}
	if (typeof order === 'string') {
		console.error(`${order}\n\n${usage}`);
		return 2;
	}
	try {
		return await perform(order);
	} catch (problem) {
		if (!(problem instanceof Unreadable)) throw problem;
		console.error(problem.message);
		return 2;
	}
}

async function perform(order: Order): Promise<number> {
	const plan =
		order.command === 'check'
			? await planCheck(challenges, order)
			: await planJudge(challenges, order);
	for (const problem of plan.problems) console.error(problem);
	if (plan.tasks.length === 0) return 2;
	const rows = await run(plan, order.jobs);
	const files = render(order.format, rows, plan.title);
	if (files.length > 1 || (order.output !== null && files[0]!.name !== null)) {
		if (order.output === null) {
			throw new Unreadable(
				`The format ${order.format} is one file a program: say with --output into which folder.`,
			);
		}
		for (const { name, text } of files) await write(join(order.output, name ?? order.format), text);
	} else if (order.output !== null) {
		await write(order.output, files[0]!.text);
	} else {
		process.stdout.write(files[0]!.text);
	}
	if (plan.problems.length > 0) return 2;
	return rows.every(({ ok }) => ok) ? 0 : 1;
}

async function run(plan: Plan, jobs: number) {
	const total = plan.tasks.length;
	const python = await startNodePython({ threads: Math.min(jobs, total), reuse: true });
	const terminal = process.stderr.isTTY;
	let told = 0;
	try {
		const reports = await judgeAll(python, plan.tasks, jobs, (done) => {
			if (!terminal || (Date.now() - told < 100 && done < total)) return;
			told = Date.now();
			process.stderr.write(`\rJudged ${done} of ${total}${done === total ? '\n' : ''}`);
		});
		return plan.rows(reports);
	} finally {
		python.close();
	}
}

async function write(path: string, text: string): Promise<void> {
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	} catch (problem) {
		throw new Unreadable(`"${path}" cannot be written (${String(problem)}).`);
	}
}
