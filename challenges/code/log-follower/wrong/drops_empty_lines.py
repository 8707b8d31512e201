# caught by: Lines.test_empty_line
# "or None" turns an empty string into nothing, and an empty line is an empty string.
def follow(log):
    paused = False
    partial = ""
    try:
        while True:
            line = None
            if not paused:
                partial += log.readline()
                if partial.endswith("\n"):
                    line = partial[:-1] or None
                    partial = ""
            command = yield line
            if command == "pause":
                paused = True
            elif command == "resume":
                paused = False
            elif command is not None:
                raise ValueError(f"unknown command {command!r}")
    finally:
        log.close()
