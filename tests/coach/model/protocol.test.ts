import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainAddress, isMixed, readAddress } from '../../../src/coach/model/address';
import { explainFailure, type ModelFailure } from '../../../src/coach/model/failure';
import {
	readComplaint,
	readCompletion,
	readModels,
	readStream,
} from '../../../src/coach/model/stream';
import { laterChoice, maySend, moveTo, noModel } from '../../../src/core/model';

const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}`;

describe('a stream', () => {
	test('gives its words, and says when it is over', () => {
		const body = `${delta('One ')}\n\n${delta('two.')}\n\ndata: [DONE]\n\n`;
		expect(readStream(body)).toEqual({
			events: [{ kind: 'text', text: 'One ' }, { kind: 'text', text: 'two.' }, { kind: 'end' }],
			rest: '',
		});
	});

	test('may be cut anywhere', () => {
		const body = `: hello\r\n${delta('Zwölf ')}\r\n\r\n${delta('Boxkämpfer')}\n\ndata: [DONE]\n\n`;
		const whole = readStream(body).events;
		fc.assert(
			fc.property(fc.array(fc.nat(body.length)), (cuts) => {
				const places = [0, ...cuts.sort((one, two) => one - two), body.length];
				let rest = '';
				const events = places.flatMap((place, index) => {
					const read = readStream(rest + body.slice(places[index - 1] ?? 0, place));
					rest = read.rest;
					return read.events;
				});
				expect(events).toEqual(whole);
			}),
		);
	});

	test('is alive while it thinks, and over when it says why it ended', () => {
		const thinking = { choices: [{ delta: { reasoning_content: 'Hm.' } }] };
		const last = { choices: [{ delta: { content: '!' }, finish_reason: 'stop' }] };
		const body = `data: ${JSON.stringify(thinking)}\ndata:${JSON.stringify(last)}\n`;
		expect(readStream(body).events).toEqual([
			{ kind: 'alive' },
			{ kind: 'text', text: '!' },
			{ kind: 'end' },
		]);
	});

	test('tells of an error in its midst, and of what is no event', () => {
		const body = 'data: {"error": {"message": "out of memory"}}\n<html>\ndata: {"cho\n';
		expect(readStream(body).events).toEqual([
			{ kind: 'error', detail: 'out of memory' },
			{ kind: 'unreadable' },
			{ kind: 'unreadable' },
		]);
	});
});

describe('what a server sends', () => {
	test('in one piece is read too', () => {
		expect(readCompletion('{"choices": [{"message": {"content": "Good."}}]}')).toBe('Good.');
		expect(readCompletion('{"choices": []}')).toBeNull();
		expect(readCompletion('<!doctype html>')).toBeNull();
	});

	test('as a list of models is put in order', () => {
		expect(readModels('{"data": [{"id": "qwen"}, {"id": "llama"}, {"no": 1}]}')).toEqual([
			'llama',
			'qwen',
		]);
		expect(readModels('{"models": []}')).toBeNull();
	});

	test('as a complaint is quoted, in short', () => {
		expect(readComplaint('{"error": {"message": "no room"}}')).toBe('no room');
		expect(readComplaint('{"error": "no room"}')).toBe('no room');
		expect(readComplaint(`{"detail": "${'x'.repeat(300)}"}`)).toHaveLength(200);
		expect(readComplaint('<h1>Bad gateway</h1>')).toBeNull();
	});
});

describe('an address', () => {
	test.each([
		['http://localhost:11434/v1', 'http://localhost:11434/v1'],
		[' localhost:11434/v1/ ', 'http://localhost:11434/v1'],
		['127.0.0.1:8080', 'http://127.0.0.1:8080'],
		['models.example.com/v1', 'https://models.example.com/v1'],
		['HTTPS://Models.Example.com/v1?x=1#y', 'https://models.example.com/v1'],
		['http://localhost:1234/v1/chat/completions', 'http://localhost:1234/v1'],
	])('%s is understood', (typed, address) => {
		expect(readAddress(typed)).toEqual({ ok: true, value: address });
	});

	test.each([
		['  ', 'empty'],
		['http://', 'unreadable'],
		['two words', 'unreadable'],
		['file:///etc/passwd', 'not-web'],
		['https://me:secret@example.com', 'credentials'],
	] as const)('%s is refused, with a sentence', (typed, error) => {
		expect(readAddress(typed)).toEqual({ ok: false, error });
		expect(explainAddress(error)).toMatch(/\.$/);
	});

	test('by http is closed to a page that came by https, but for this device', () => {
		expect(isMixed('https://dry.run', 'http://192.168.1.4:11434/v1')).toBe(true);
		expect(isMixed('https://dry.run', 'http://localhost:11434/v1')).toBe(false);
		expect(isMixed('https://dry.run', 'https://models.example.com')).toBe(false);
		expect(isMixed('http://127.0.0.1', 'http://192.168.1.4')).toBe(false);
	});
});

describe('a choice', () => {
	const server = { address: 'http://localhost:1/v1', model: 'm', key: 'secret' };
	const chosen = { ...noModel, kind: 'server', server, allowed: server.address } as const;

	test('allows sending to the very address that was allowed, and only while it is chosen', () => {
		expect(maySend(noModel)).toBe(false);
		expect(maySend(chosen)).toBe(true);
		expect(maySend({ ...chosen, kind: 'none' })).toBe(false);
		expect(maySend({ ...chosen, allowed: null })).toBe(false);
		expect(maySend({ ...chosen, allowed: 'http://localhost:1' })).toBe(false);
	});

	test('of another address takes neither key nor permission along', () => {
		const moved = moveTo(chosen, 'https://elsewhere.example');
		expect(moved.server).toEqual({ address: 'https://elsewhere.example', model: 'm', key: '' });
		expect(maySend(moved)).toBe(false);
		expect(moveTo(chosen, server.address)).toBe(chosen);
	});

	test('made later wins', () => {
		const later = { ...noModel, at: '2026-11-23T09:00:00.000Z' };
		expect(laterChoice(chosen, later)).toBe(later);
		expect(laterChoice(later, chosen)).toBe(later);
	});
});

describe('a failure', () => {
	const failures: ModelFailure[] = [
		{ kind: 'silent', seconds: 30 },
		{ kind: 'stopped' },
		{ kind: 'offline' },
		{ kind: 'unreachable', address: 'http://localhost:1', own: true },
		{ kind: 'unreachable', address: 'https://example.com', own: false },
		{ kind: 'not-let-in', address: 'http://localhost:1', page: 'https://dry.run' },
		{ kind: 'mixed', address: 'http://10.0.0.1' },
		{ kind: 'moved', address: 'http://localhost:1' },
		{ kind: 'wrong-key', given: true },
		{ kind: 'wrong-key', given: false },
		{ kind: 'unknown-model', model: 'gpt-9' },
		{ kind: 'wrong-path', address: 'http://localhost:1' },
		{ kind: 'busy' },
		{ kind: 'refused', status: 500, detail: null },
		{ kind: 'no-model' },
		{ kind: 'nothing-said' },
		{ kind: 'cut-off' },
		{ kind: 'broke', detail: 'out of memory' },
		{ kind: 'absent' },
		{ kind: 'not-fetched' },
		{ kind: 'too-long' },
	];

	test.each(failures)('of kind $kind says what happened and what to do', (failure) => {
		const { what, todo } = explainFailure(failure);
		expect(what).toMatch(/[.\w]$/);
		expect(todo).toMatch(/\.$/);
		expect(`${what} ${todo}`).not.toMatch(/undefined|null/);
	});

	test('at the door says which origin to let in', () => {
		const { todo } = explainFailure({
			kind: 'not-let-in',
			address: 'http://localhost:11434/v1',
			page: 'https://dry.run',
		});
		expect(todo).toContain('OLLAMA_ORIGINS=https://dry.run');
	});
});
