"""Ways to a verdict that was not earned; the test calls one of them."""

import gc
import importlib
import json
import sys

FORGED = json.dumps(
    {
        "version": 1,
        "status": "pass",
        "message": None,
        "problem": None,
        "tests": [],
        "value": "forged",
    }
)


def javascript():
    """The worker's own globals, by whatever door is open."""
    for name in ("js", "pyodide_js"):
        try:
            return importlib.import_module(name)
        except ImportError:
            pass
    held = [value for module in list(sys.modules.values()) for value in vars(module).values()]
    proxies = [one for one in [*held, *gc.get_objects()] if type(one).__name__ == "JsProxy"]
    return next(one for one in proxies if hasattr(one, "JSON"))


def by_message():
    from pyodide.ffi import to_js

    js = javascript()

    for message in ({"type": "result", "json": FORGED}, {"type": "ending", "run": 1}):
        js.postMessage(to_js(message, dict_converter=js.Object.fromEntries))


def by_patched_port():
    from pyodide.ffi import create_proxy

    js = javascript()
    original = js.MessagePort.prototype.postMessage

    def post(this, message, *rest):
        if getattr(message, "type", None) == "result":
            message.json = FORGED
        original.call(this, message, *rest)

    js.MessagePort.prototype.postMessage = create_proxy(post, capture_this=True)


def by_patched_stringify():
    from pyodide.ffi import create_proxy

    js = javascript()
    js.JSON.stringify = create_proxy(lambda *given: FORGED)


def by_patched_string():
    from pyodide.ffi import create_proxy

    js = javascript()
    js.String = create_proxy(lambda *given: FORGED)


def by_patched_dumps():
    json.dumps = lambda *given, **named: FORGED
    json.JSONEncoder.encode = lambda *given, **named: FORGED


def by_progress():
    import _dryrun

    _dryrun.progress(json.dumps({"end": json.loads(FORGED)}))


def rolling(readings, size):
    return iter([])
