declare module 'pyodide/pyodide.asm.mjs' {
	/** Makes Emscripten's module of the interpreter; settings are its `Module` options. */
	export default function createPyodideModule<Module>(settings: object): Promise<Module>;
}
