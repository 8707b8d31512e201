import { scoreOf, type Row } from '../row';
import type { TestReport } from '../../../core/report';

/**
 * JUnit's XML: a suite a program, a case a test. `check` puts its own question about each program
 * first, as its failure is what counts there.
 */
export function junit(rows: Row[], title: string): string {
	const suites = rows.map((row) => suite(row, title.endsWith('check')));
	const failures = suites.reduce((sum, { failures }) => sum + failures, 0);
	const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="${escape(title)}" tests="${tests}" failures="${failures}" errors="0">`,
		...suites.map(({ text }) => text),
		'</testsuites>\n',
	].join('\n');
}

function suite(row: Row, isCheck: boolean): { text: string; tests: number; failures: number } {
	const { report, name } = row;
	const alone = isCheck || report.tests.length === 0;
	const cases = alone
		? [
				testCase(
					name,
					name,
					row.ok ? null : (row.complaint ?? 'failed'),
					report.problem?.traceback ?? '',
				),
			]
		: report.tests.map((test) => testCase(name, test.id, wrong(test), test.traceback ?? ''));
	const failures = alone ? Number(!row.ok) : report.tests.length - scoreOf(report).passed;
	const properties = (row.attempt?.differs ?? []).map(
		(words) => `\t\t\t<property name="differs" value="${escape(words)}"/>`,
	);
	const text = [
		`\t<testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}" errors="0">`,
		...(properties.length > 0 ? ['\t\t<properties>', ...properties, '\t\t</properties>'] : []),
		...cases,
		'\t</testsuite>',
	].join('\n');
	return { text, tests: cases.length, failures };
}

function wrong(test: TestReport): string | null {
	return test.status === 'pass' ? null : (test.message ?? 'failed');
}

function testCase(owner: string, name: string, message: string | null, body: string): string {
	const head = `\t\t<testcase classname="${escape(owner)}" name="${escape(name)}" time="0"`;
	if (message === null) return `${head}/>`;
	return `${head}>\n\t\t\t<failure message="${escape(message)}">${escape(body)}</failure>\n\t\t</testcase>`;
}

/** Text for XML 1.0; characters that it cannot hold become question marks. */
function escape(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\r', '&#13;')
		.replaceAll('\n', '&#10;')
		.replaceAll('\t', '&#9;');
}
