# caught by: Examples.test_nothing_new
# tail -f waits for news, so the loop does too, and the console that calls it hangs with it.
def follow(log):
    paused = False
    partial = ""
    try:
        while True:
            line = None
            if not paused:
                while not partial.endswith("\n"):
                    partial += log.readline()
                line, partial = partial[:-1], ""
            command = yield line
            if command == "pause":
                paused = True
            elif command == "resume":
                paused = False
            elif command is not None:
                raise ValueError(f"unknown command {command!r}")
    finally:
        log.close()
