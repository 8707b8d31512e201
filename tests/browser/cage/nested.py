"""Attacks from a worker of the program's own, where all of JavaScript is at hand."""

import asyncio
import json

import js
from pyodide.ffi import create_proxy, run_sync
from pyodide.webloop import WebLoop

SCRIPT = json.loads(r'''@SCRIPT@''')
# A program that mentions `input` may wait for JavaScript.
WAITS = input


def outcome(resolve, _reject):
    """Starts the worker and settles with what it tells."""
    worker = js.Worker.new(js.URL.createObjectURL(js.Blob.new([SCRIPT])))
    worker.onmessage = create_proxy(lambda event: resolve(event.data))
    worker.onerror = create_proxy(lambda event: resolve("no nested worker"))


asyncio.set_event_loop(WebLoop())
print("nested:", run_sync(js.Promise.new(create_proxy(outcome))))
