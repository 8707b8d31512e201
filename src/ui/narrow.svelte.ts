import { MediaQuery } from 'svelte/reactivity';

/** Whether the practice page shows one pane at a time. The same width as in the style sheets. */
export const narrow = new MediaQuery('max-width: 56.24rem');
