import { failure, success, type Result } from '../../core/errors';

/** Why an address cannot be that of a server. */
export type AddressError = 'empty' | 'unreadable' | 'not-web' | 'credentials';

/**
 * The address as it is used: with its scheme, without what follows the path and without a slash at
 * its end. Where no scheme is given, this device is spoken to by http and all others by https.
 */
export function readAddress(text: string): Result<string, AddressError> {
	const typed = text.trim();
	if (typed === '') return failure('empty');
	const guessed = isHere(typed.split(/[/:]/)[0] ?? '') ? 'http' : 'https';
	const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${guessed}://${typed}`;
	if (!URL.canParse(whole)) return failure('unreadable');
	const { protocol, username, password, origin, pathname } = new URL(whole);
	if (protocol !== 'http:' && protocol !== 'https:') return failure('not-web');
	if (username !== '' || password !== '') return failure('credentials');
	const path = pathname.replace(/\/(chat\/completions|models)?\/*$/, '').replace(/\/+$/, '');
	return success(origin + path);
}

/** Whether a host is the device itself. */
export function isHere(host: string): boolean {
	return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/i.test(host);
}

/** Whether the address is one of this device. */
export function isOwn(address: string): boolean {
	return isHere(new URL(address).hostname);
}

/** Whether browsers refuse the address to a page that came by https. */
export function isMixed(page: string, address: string): boolean {
	return page.startsWith('https:') && address.startsWith('http:') && !isOwn(address);
}

const sentences: Record<AddressError, string> = {
	empty: 'Type the address of the server, such as http://localhost:11434/v1.',
	unreadable: 'This is not an address. One looks like http://localhost:11434/v1.',
	'not-web': 'The address has to begin with http:// or https://.',
	credentials: 'Leave name and password out of the address; a key has a field of its own.',
};

/** For the person who typed it. */
export function explainAddress(error: AddressError): string {
	return sentences[error];
}
