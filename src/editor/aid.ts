import { Compartment, type Extension } from '@codemirror/state';
import { lintKeymap } from '@codemirror/lint';
import { keymap } from '@codemirror/view';
import { completing } from './completing';
import { FORMAT_KEYS, formatCode } from './formatting';
import { helper, type Help } from './help';
import { linting } from './linting';
import { telling } from './telling';

const compartment = new Compartment();

function extension(help: Help | null): Extension {
	if (!help) return [];
	return [
		helper.of(help),
		linting(help),
		completing(help),
		keymap.of([{ key: FORMAT_KEYS, run: formatCode, preventDefault: true }, ...lintKeymap]),
	];
}

/** All that helps while typing: remarks, completion, layout; null is interview mode, without any. */
export function aid(help: Help | null): Extension {
	return [telling, compartment.of(extension(help))];
}

/** Another help or none, as an effect for a running editor. */
export function reaid(help: Help | null) {
	return compartment.reconfigure(extension(help));
}
