# caught by: Lazy.test_pause_reads_nothing
# The loop reads first and asks later whether it may show the line, so a pause throws lines away.
def follow(log):
    paused = False
    partial = ""
    try:
        while True:
            line = None
            partial += log.readline()
            if partial.endswith("\n"):
                line, partial = partial[:-1], ""
            command = yield None if paused else line
            match command:
                case None:
                    pass
                case "pause":
                    paused = True
                case "resume":
                    paused = False
                case _:
                    raise ValueError(f"unknown command {command!r}")
    finally:
        log.close()
