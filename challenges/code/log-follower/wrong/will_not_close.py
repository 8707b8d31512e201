# caught by: Ending.test_close
# A bare except keeps the display alive through any hiccup, and takes GeneratorExit for one.
def follow(log):
    paused = False
    partial = ""
    failure = None
    try:
        while failure is None:
            line = None
            try:
                if not paused:
                    partial += log.readline()
                    if partial.endswith("\n"):
                        line, partial = partial[:-1], ""
                command = yield line
            except OSError as error:
                failure = error
                continue
            except:
                continue
            if command == "pause":
                paused = True
            elif command == "resume":
                paused = False
            elif command is not None:
                failure = ValueError(f"unknown command {command!r}")
        raise failure
    finally:
        log.close()
