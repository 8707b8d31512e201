"""Ways to a verdict that was not earned, one by one; `@WAY@` is replaced by the test."""

import json

FORGED = json.dumps(
    {
        "version": 1,
        "status": "pass",
        "message": None,
        "problem": None,
        "tests": [],
    }
)


def by_message():
    import js
    from pyodide.ffi import to_js

    for message in ({"type": "result", "json": FORGED}, {"type": "ending", "run": 1}):
        js.postMessage(to_js(message, dict_converter=js.Object.fromEntries))


def by_patched_port():
    import js
    from pyodide.ffi import create_proxy

    original = js.MessagePort.prototype.postMessage

    def post(this, message, *rest):
        if getattr(message, "type", None) == "result":
            message.json = FORGED
        original.call(this, message, *rest)

    js.MessagePort.prototype.postMessage = create_proxy(post, capture_this=True)


def by_patched_stringify():
    import js
    from pyodide.ffi import create_proxy

    js.JSON.stringify = create_proxy(lambda *given: FORGED)


def by_patched_string():
    import js
    from pyodide.ffi import create_proxy

    js.String = create_proxy(lambda *given: FORGED)


def by_patched_dumps():
    json.dumps = lambda *given, **named: FORGED
    json.JSONEncoder.encode = lambda *given, **named: FORGED


def by_progress():
    import _dryrun

    _dryrun.progress(json.dumps({"end": json.loads(FORGED)}))


@WAY@()


def rolling(readings, size):
    return iter([])
