"""Error messages of Python, and what each means in plain words; the first match counts."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
from collections.abc import Sequence
from typing import Final

_Rule = tuple[type[BaseException], str, str]

RULES: Final[Sequence[_Rule]] = (
    (UnboundLocalError, r"variable '(.+?)'",
     "`{0}` is assigned somewhere in this function, so Python takes it for a local variable, and "
     "here it has no value yet. Give it one first, or say `nonlocal {0}` or `global {0}`."),
    (NameError, r"free variable '(.+?)'",
     "`{0}` belongs to the enclosing function and has no value yet at this point."),
    (AttributeError, r"'NoneType' object has no attribute '(.+?)'",
     "This value is None, so it has no `{0}`. A function without `return` gives None, and so do "
     "`list.sort()`, `list.append()` and `dict.get()` of a missing key."),
    (AttributeError, r"'coroutine' object has no attribute '(.+?)'",
     "This is a coroutine, not its result: put `await` in front of the call before you ask for "
     "`{0}`."),
    (AttributeError, r"'generator' object has no attribute '(.+?)'",
     "This is a generator, which has no `{0}`. Loop over it, use `next()`, or make a list of it "
     "if you need one."),
    (AttributeError, r"module '(.+?)' has no attribute '(.+?)'",
     "The module `{0}` has no `{1}`. Check the spelling."),
    (AttributeError, r"'(.+?)' object has no attribute '(.+?)'",
     "An object of the class {0} has no `{1}`. Check the spelling, and that there is such a method, "
     "or that `__init__` sets it."),
    (TypeError, r"(\S+)\(\) missing (\d+) required (?:positional|keyword-only) arguments?: (.+)",
     "The call of `{0}` lacks {2}. Pass a value for each parameter that has no default."),
    (TypeError, r"(\S+)\(\) takes (?:from )?(.+?) positional arguments? but (\d+) (?:was|were) "
     r"given",
     "`{0}` takes {1} arguments, and this call passes {2}. For a method, `self` counts as one: it "
     "must be the first parameter."),
    (TypeError, r"(\S+)\(\) got an unexpected keyword argument '(.+?)'",
     "`{0}` has no parameter called `{1}`. Compare the call with the `def` line."),
    (TypeError, r"(\S+)\(\) got multiple values for argument '(.+?)'",
     "`{1}` is passed twice: by position and by name. A method that forgot `self` does this too."),
    (TypeError, r"can only concatenate str \(not \"(.+?)\"\) to str",
     "A string can only be joined to a string, and this is of type {0}. Use an f-string, or "
     "`str(...)`."),
    (TypeError, r"unsupported operand type\(s\) for .+'coroutine'",
     "One side is a coroutine, not its result: the call in front of it lacks `await`."),
    (TypeError, r"unsupported operand type\(s\) for (?=.*'NoneType')(.+?): '(.+?)' and '(.+?)'",
     "`{0}` does not work between {1} and {2}. Look at where each side comes from; None often "
     "means a missing `return`."),
    (TypeError, r"unsupported operand type\(s\) for (.+?): '(.+?)' and '(.+?)'",
     "`{0}` does not work between {1} and {2}. Look at where each side comes from, and at what "
     "operators their classes have."),
    (TypeError, r"'(.+?)' not supported between instances of '(.+?)' and '(.+?)'",
     "`{0}` cannot compare {1} with {2}. In a heap or a sort this happens when the first parts "
     "are equal: add a counter as tie-breaker or give a key."),
    (TypeError, r"'async for' requires an object with __aiter__ method, got (\w+)",
     "`async for` needs an asynchronous iterator, and this is of type {0}. Use a plain `for`, or "
     "make it an `async def` with `yield`."),
    (TypeError, r"'(async_generator)' object is not iterable",
     "An asynchronous generator needs `async for` (inside an `async def`), not a plain `for`."),
    (TypeError, r"'(coroutine)' object is not iterable",
     "This is a coroutine, not its result: put `await` in front of the call."),
    (TypeError, r"'coroutine' object is not (?:subscriptable|callable|an iterator)",
     "This is a coroutine, not its result: put `await` in front of the call."),
    (TypeError, r"cannot unpack non-iterable (\S+) object",
     "A value of type {0} cannot be split into several names. Look at the right side of `=`."),
    (TypeError, r"'(.+?)' object is not iterable",
     "A value of type {0} cannot be looped over. If it should be a list or generator, look at "
     "where it is made: None means a missing `return`, int often a missing `range()`."),
    (TypeError, r"'(.+?)' object is not an iterator",
     "`next()` needs an iterator, and this is of type {0}. Make one first with `iter(...)`."),
    (TypeError, r"'NoneType' object is not subscriptable",
     "This value is None, so `[...]` does not work on it. Look at where it was assigned: a "
     "function without `return` gives None."),
    (TypeError, r"'(.+?)' object is not subscriptable",
     "`[...]` does not work on a value of type {0}. A generator has no positions, and a function "
     "is called with `(...)`."),
    (TypeError, r"'(.+?)' object does not support item assignment",
     "A value of type {0} cannot be changed in place. Build a new one, or use a list."),
    (TypeError, r"'(.+?)' object is not callable",
     "A value of type {0} cannot be called with `(...)`. Perhaps a variable has taken the name of "
     "a function, or an operator is missing in front of the bracket."),
    (TypeError, r"unhashable type: '(.+?)'|cannot use '(.+?)' as",
     "A value of type {0} can change, so it cannot be a dictionary key or in a set. Use a tuple "
     "or a frozenset."),
    (TypeError, r"object (\S+) can't be used in 'await' expression|'(\S+)' object can't be awaited",
     "`await` needs a coroutine, a task or a future, and this is of type {0}. Is the function "
     "that made it an `async def`?"),
    (TypeError, r"'(.+?)' object does not support the asynchronous context manager protocol",
     "`async with` needs an object with `__aenter__` and `__aexit__`. Use a plain `with` here."),
    (TypeError, r"'(.+?)' object does not support the context manager protocol",
     "`with` needs an object with `__enter__` and `__exit__`. A function with `yield` needs "
     "`@contextmanager`, and an asynchronous one `async with`."),
    (TypeError, r"An asyncio.Future, a coroutine or an awaitable is required",
     "asyncio waits for coroutines, tasks and futures only. Call the `async def` function to get "
     "one: `work()`, not `work`."),
    (TypeError, r"a coroutine was expected, got (.+)",
     "This needs a coroutine. Call the `async def` function, as in `asyncio.run(main())`, and do "
     "not `await` it first."),
    (TypeError, r"(?:list|tuple|string|range object|\w+) indices must be integers(?: or "
     r"slices)?, not '?(\w+)",
     "A position must be a whole number, and this is of type {0}. `/` gives a float: use `//`."),
    (IndexError, r"pop from (?:an )?empty",
     "There is nothing left to take out. Check that it is not empty first."),
    (IndexError, r"(\w+) (?:assignment )?index out of range",
     "This {0} has fewer items than that. Positions count from 0, so the last one is "
     "`len(...) - 1`; check the loop's bounds and the empty case."),
    (KeyError, r"popitem\(\): dictionary is empty|pop from an empty set",
     "There is nothing left to take out. Check that it is not empty first."),
    (ValueError, r"not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)",
     "There are {0} names on the left and only {1} on the right."),
    (ValueError, r"too many values to unpack \(expected (\d+)",
     "There are more values on the right than the {0} names on the left."),
    (ValueError, r"invalid literal for int\(\) with base \d+: (.*)",
     "{0} is not a whole number, so `int()` cannot read it."),
    (ValueError, r"could not convert string to float: (.*)",
     "{0} is not a number, so `float()` cannot read it."),
    (ValueError, r"generator already executing",
     "This generator is asked for its next item while it is still working on the last one: it "
     "calls itself, directly or through what it reads from."),
    (ValueError, r"async generator already executing|asynchronous generator is already running",
     "Two tasks ask this asynchronous generator at once. Let one task read, and hand out through "
     "a queue."),
    (ValueError, r"(?:list\.remove\(x\)|.+): x not in list|is not in list",
     "The value is not in the list. Ask with `in` first."),
    (ValueError, r"max\(\) (?:arg|iterable argument) is (?:an )?empty|min\(\) (?:arg|iterable "
     r"argument) is (?:an )?empty",
     "There is nothing to choose from. Pass `default=...` for the empty case."),
    (ZeroDivisionError, r"", "The number that you divide by is zero here. Deal with that case "
     "first."),
    (RecursionError, r"", "This recursion does not end: each call makes another. Check that the "
     "base case is reached, that is, that the argument gets smaller."),
    (RuntimeError, r"generator raised StopIteration",
     "`next()` found nothing left inside a generator, and that StopIteration may not leave it. Use "
     "`next(it, default)`, or catch StopIteration and `return`."),
    (RuntimeError, r"coroutine raised StopIteration",
     "StopIteration may not leave a coroutine. Use `next(it, default)`, or catch it."),
    (RuntimeError, r"dictionary (?:changed size|keys changed) during iteration",
     "The loop changes the dictionary that it walks over. Loop over `list(d)`, or collect the "
     "changes and apply them afterwards."),
    (RuntimeError, r"(?i)set changed size during iteration",
     "The loop changes the set that it walks over. Loop over a copy."),
    (RuntimeError, r"deque mutated during iteration",
     "The loop changes the deque that it walks over. Loop over a copy."),
    (RuntimeError, r"asyncio\.run\(\) cannot be called from a running event loop|"
     r"Cannot run the event loop while another loop is running|This event loop is already running",
     "`asyncio.run()` starts an event loop, and one is running already. Inside an `async def` use "
     "`await` instead."),
    (RuntimeError, r"waits for something that can never happen",
     "Every task waits, and nothing can ever wake the program. Look for an event that nobody sets, "
     "a queue that nobody fills, or a lock that is never let go."),
    (RuntimeError, r"no running event loop",
     "There is no event loop here: tasks can only be made inside an `async def` that was started "
     "with `asyncio.run()`."),
    (RuntimeError, r"There is no current event loop",
     "There is no event loop here. Put the code into an `async def main()` and start it with "
     "`asyncio.run(main())`."),
    (RuntimeError, r"cannot reuse already awaited coroutine",
     "A coroutine can be awaited only once. Call the function again for a new one."),
    (RuntimeError, r"cannot switch stacks",
     "This browser cannot run threads: Python cannot switch from one to another here. Chrome and "
     "Edge can from version 137 on, Firefox from 153, Safari from 27. All else works as it is."),
    (RuntimeError, r"(?:is bound to a different event loop|attached to a different loop)",
     "This belongs to another event loop. Make locks, queues and futures inside the `async def` "
     "that uses them."),
    (RuntimeError, r"Task got bad yield|await wasn't used with future",
     "Something was awaited that asyncio does not know. Await coroutines, tasks and futures only."),
    (asyncio.InvalidStateError, r"Result is not (?:ready|set)",
     "The result is not there yet. `await` the task before you ask for its result."),
    (asyncio.InvalidStateError, r"", "The future or task already has a result, or was cancelled; "
     "it can be set only once."),
    (asyncio.CancelledError, r"",
     "The task was cancelled here. Clean up in `finally` and let CancelledError pass on."),
    (asyncio.QueueEmpty, r"", "The queue is empty, and `get_nowait()` does not wait. Use `await "
     "queue.get()`."),
    (asyncio.QueueFull, r"", "The queue is full, and `put_nowait()` does not wait. Use `await "
     "queue.put(...)`."),
    (TimeoutError, r"", "The time that was allowed for this ran out before it was done."),
    (StopIteration, r"",
     "The iterator has no more items. Use `next(it, default)` or a `for` loop."),
    (StopAsyncIteration, r"", "The asynchronous iterator has no more items. Use `async for`, or "
     "`anext(it, default)`."),
    (GeneratorExit, r"", "The generator was closed while it waited at `yield`."),
    (MemoryError, r"", "There is not enough memory for this. Keep less at once: a generator or a "
     "running total needs no list."),
    (NotImplementedError, r"",
     "This part is not written yet: something raises NotImplementedError."),
    (FileNotFoundError, r"", "There is no such file: the browser has no files of yours. Put the "
     "text "
     "into the program."),
    (OverflowError, r"cannot fit 'int' into an index-sized integer",
     "There is not enough memory for so many items."),
    (OverflowError, r"", "The number is too large for this operation."),
    (AssertionError, r"", "An `assert` in your own program does not hold."),
    (KeyboardInterrupt, r"", "Your program raised KeyboardInterrupt itself, which means “stopped "
     "by hand”."),
    (UnicodeError, r"", "These bytes or characters do not fit the encoding that is asked for."),
    (LookupError, r"", "What was asked for is not there."),
)  # fmt: skip
