declare module 'virtual:runtime' {
	export const assets: import('./assets').RuntimeAssets;
}
