declare module 'virtual:runtime' {
	import type { RuntimeAssets } from './assets';
	export const assets: RuntimeAssets;
}
