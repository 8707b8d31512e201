// Pyodide refuses a classic worker, which it knows by a working `importScripts`. Nothing here may
// load a script by address in any case, so it is taken away before Pyodide's module looks.
Object.defineProperty(globalThis, 'importScripts', { value: undefined });
export {};
