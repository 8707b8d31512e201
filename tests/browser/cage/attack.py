"""What a hostile program tries from Python. The address is replaced by the test."""

import asyncio

import js
import pyodide_js
from pyodide.code import run_js
from pyodide.ffi import create_proxy, run_sync
from pyodide.webloop import WebLoop

SERVER = "@SERVER@"
# A program that mentions `input` may wait for JavaScript.
WAITS = input


def tell(name, attack):
    try:
        print(f"{name}: REACHED {attack()}")
    except BaseException as error:
        print(f"{name}: blocked by {type(error).__name__}")


def request():
    asking = js.XMLHttpRequest.new()
    asking.open("GET", SERVER + "/py-xhr", False)
    asking.send()
    return asking.status


def arrival(socket):
    """Waits until a connection stands; raises when it does not come to that soon."""

    def start(resolve, reject):
        socket.onopen = create_proxy(lambda event: resolve("opened"))
        socket.onerror = create_proxy(lambda event: reject(js.Error.new("no connection")))
        js.setTimeout(create_proxy(lambda: reject(js.Error.new("no answer"))), 2000)

    return run_sync(js.Promise.new(create_proxy(start)))


asyncio.set_event_loop(WebLoop())
tell("run_js", lambda: run_js("1 + 1"))
tell("Function", lambda: pyodide_js.runPython.constructor("return 1")())
tell("js.indexedDB", lambda: js.indexedDB.open("dry-run"))
tell("js.caches", lambda: run_sync(js.caches.keys()))
tell("js.fetch", lambda: run_sync(js.fetch(SERVER + "/py-fetch")))
tell("js.XMLHttpRequest", request)
tell("js.importScripts", lambda: js.importScripts(SERVER + "/py-script.js"))
tell("js.WebSocket", lambda: arrival(js.WebSocket.new(SERVER.replace("http", "ws"))))
tell("js.EventSource", lambda: arrival(js.EventSource.new(SERVER + "/py-events")))
print("all tried")
