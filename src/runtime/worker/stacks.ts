import type { PyCallable } from 'pyodide/ffi';
import { STACK_RESERVE, type Interpreter } from './interpreter';

/** Above any time that a program polls for: asks to go on with the stack of the rest. Milliseconds. */
const SWITCH = 1_500_000_000;
/** Of each further stack, in the module's memory. Bytes. */
const SIZE = STACK_RESERVE;
/** Compiled code reckons with a stack that begins and ends at a multiple of so many bytes. */
const ALIGNMENT = 16;
const align = (address: number): number => Math.ceil(address / ALIGNMENT) * ALIGNMENT;

type Module = {
	SOCKFS: { pollAsync?: (fds: number, count: number, timeout: number) => Promise<number> | null };
	/** How Pyodide calls Python on a stack that can be suspended. */
	promisingApply(...args: unknown[]): Promise<unknown>;
	_PyThreadState_Get(): number;
	_emscripten_stack_get_base(): number;
	_PyUnstable_ThreadState_SetStackProtection(state: number, start: number, size: number): number;
};

/**
 * Lets Python go on with one stack and then another. `poll()` is a call that Pyodide can suspend
 * without any work in Python, fifty times faster than `run_sync`; it is told the stack to switch to
 * in place of a time. A number that is met for the first time is a new stack, on which `carry` is
 * called with it. Each has memory of its own, since CPython walks what lies on suspended stacks.
 * `onCrash` hears of a stack that died of an error of the interpreter's.
 */
export function stacks({ py, heap, stackPointer }: Interpreter, onCrash: (error: unknown) => void) {
	const module = (py as unknown as { _module: Module })._module;
	const parked = new Map<number, () => void>();
	const areas = [module._emscripten_stack_get_base() - SIZE];
	let carry: PyCallable;
	let current = 0;
	let isNew = false;
	const apply = module.promisingApply;
	module.promisingApply = (...args) => {
		// Pyodide has just chosen a place where it thinks that no other stack is.
		if (isNew) stackPointer.value = areas[current]! + SIZE;
		isNew = false;
		return apply(...args);
	};
	const begin = (): void => {
		isNew = true;
		carry.callPromising(current).catch(onCrash);
	};
	module.SOCKFS.pollAsync = (_fds, _count, timeout) => {
		if (timeout < SWITCH) return null;
		const mine = current;
		const next = timeout - SWITCH;
		return new Promise((resolve) => {
			parked.set(mine, () => resolve(0));
			areas[next] ??= align(heap.allocate(SIZE + ALIGNMENT));
			current = next;
			const resume = parked.get(next);
			parked.delete(next);
			if (resume) resume();
			else queueMicrotask(begin);
		});
	};
	return {
		carry: (callable: PyCallable): void => void (carry = callable),
		/** Deep recursion in C ends with an error on the present stack, before it leaves it. */
		protect: (): void => {
			const state = module._PyThreadState_Get();
			module._PyUnstable_ThreadState_SetStackProtection(state, areas[current]!, SIZE);
		},
	};
}
