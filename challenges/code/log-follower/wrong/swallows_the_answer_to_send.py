# caught by: Examples.test_pause_and_resume
# A second yield acknowledges the command, so the answer to send("resume") is None and not the line.
def follow(log):
    paused = False
    partial = ""
    try:
        while True:
            line = None
            if not paused:
                partial += log.readline()
                if partial.endswith("\n"):
                    line, partial = partial[:-1], ""
            command = yield line
            if command == "pause":
                paused = True
            elif command == "resume":
                paused = False
                yield None
            elif command is not None:
                raise ValueError(f"unknown command {command!r}")
    finally:
        log.close()
