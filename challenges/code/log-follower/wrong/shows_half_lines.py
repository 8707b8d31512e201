# caught by: Lines.test_half_written_line
# readline() sounds as if it returned lines; at the end of a growing file it returns what is there.
def follow(log):
    paused = False
    try:
        while True:
            line = None
            if not paused:
                text = log.readline()
                if text:
                    line = text.rstrip("\n")
            command = yield line
            if command == "pause":
                paused = True
            elif command == "resume":
                paused = False
            elif command is not None:
                raise ValueError(f"unknown command {command!r}")
    finally:
        log.close()
