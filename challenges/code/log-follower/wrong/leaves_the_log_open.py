# caught by: Ending.test_reading_fails
# GeneratorExit is handled, so close() works when tried by hand; the other endings are forgotten.
def follow(log):
    paused = False
    partial = ""
    while True:
        line = None
        if not paused:
            partial += log.readline()
            if partial.endswith("\n"):
                line, partial = partial[:-1], ""
        try:
            command = yield line
        except GeneratorExit:
            log.close()
            return
        if command == "pause":
            paused = True
        elif command == "resume":
            paused = False
        elif command is not None:
            log.close()
            raise ValueError(f"unknown command {command!r}")
