import type { FromFrame, ToFrame } from './protocol';

/** The runner frame and the only line to it. */
export type Cage = {
	send(message: ToFrame, transfer?: Transferable[]): void;
	close(): void;
};

/**
 * Puts the runner frame into the page: an opaque origin whose policy lets only its own script run
 * and nothing be fetched. Messages arrive over a port that nobody else holds.
 */
export function openCage(html: string, receive: (message: FromFrame) => void): Cage {
	const { port1, port2 } = new MessageChannel();
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.hidden = true;
	frame.title = 'Python';
	frame.srcdoc = html;
	const waiting: [ToFrame, Transferable[]][] = [];
	let send = (message: ToFrame, transfer: Transferable[]): void =>
		void waiting.push([message, transfer]);
	frame.addEventListener('load', () => {
		frame.contentWindow?.postMessage('open', '*', [port2]);
		send = (message, transfer) => port1.postMessage(message, transfer);
		for (const [message, transfer] of waiting) send(message, transfer);
	});
	port1.onmessage = ({ data }: MessageEvent<FromFrame>) => receive(data);
	document.body.append(frame);
	return {
		send: (message, transfer = []) => send(message, transfer),
		close() {
			port1.close();
			frame.remove();
		},
	};
}
