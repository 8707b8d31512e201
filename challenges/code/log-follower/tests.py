import io
import unittest

import judge
from solution import follow

class Log:
    """A log in memory that a test can append to, break, and inspect."""

    patience = 1000

    def __init__(self, text=""):
        self.text = text
        self.position = 0
        self.reads = 0
        self.idle = 0
        self.failure = None
        self.closed = False

    def __repr__(self):
        return f"Log({self.text!r})"

    def write(self, text):
        self.text += text

    def readline(self):
        self.reads += 1
        if self.failure:
            raise self.failure
        start = self.position
        self.position = self.text.find("\n", start) + 1 or len(self.text)
        self.idle = 0 if self.position > start else self.idle + 1
        if self.idle > self.patience:
            raise judge.Failure(
                f"Your program asked {self.patience} times in a row for a line that nobody has "
                "written. Hand `None` to the caller instead of waiting."
            )
        return self.text[start : self.position]

    def close(self):
        self.closed = True


class Examples(unittest.TestCase):
    def test_pause_and_resume(self):
        """Pauses, resumes, and misses no line"""
        follower = follow(io.StringIO("checkout\nbuild\ntest\n"))
        self.assertEqual(next(follower), "checkout")
        self.assertIsNone(follower.send("pause"))
        self.assertIsNone(next(follower))
        self.assertEqual(follower.send("resume"), "build")
        self.assertEqual(next(follower), "test")
        follower.close()

    def test_nothing_new(self):
        """Gives `None` at once while nothing new is written, and the line later"""
        log = Log()
        follower = follow(log)
        self.assertIsNone(next(follower))
        self.assertIsNone(next(follower))
        log.write("checkout\n")
        self.assertEqual(next(follower), "checkout")


class Lines(unittest.TestCase):
    def test_half_written_line(self):
        """A half-written line waits for its newline, through a pause too"""
        log = Log("compi")
        follower = follow(log)
        self.assertIsNone(next(follower))
        log.write("ling parser")
        self.assertIsNone(next(follower))
        self.assertIsNone(follower.send("pause"))
        log.write(".py\ndone\n")
        self.assertEqual(follower.send("resume"), "compiling parser.py")
        self.assertEqual(next(follower), "done")

    def test_empty_line(self):
        """An empty line is a line, not the absence of one"""
        follower = follow(Log("a\n\nb\n"))
        self.assertEqual([next(follower) for _ in range(4)], ["a", "", "b", None])

    def test_only_the_newline_goes(self):
        """Cuts off the newline and no other white space"""
        self.assertEqual(next(follow(Log("\t2 warnings  \n"))), "\t2 warnings  ")


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_one_line_at_a_time(self):
        """Reads nothing before the first `next()`, then one line at a time"""
        log = Log("checkout\nbuild\ntest\n")
        follower = follow(log)
        self.assertEqual(log.reads, 0, "read the log before the first next()")
        next(follower)
        self.assertEqual(log.position, len("checkout\n"), "read ahead of the first line")
        next(follower)
        self.assertEqual(log.position, len("checkout\nbuild\n"), "read ahead of the second line")

    def test_pause_reads_nothing(self):
        """Reads nothing while paused, however often it is asked"""
        log = Log("checkout\nbuild\ntest\n")
        follower = follow(log)
        next(follower)
        reads = log.reads
        answers = [follower.send("pause"), next(follower), follower.send("pause"), next(follower)]
        self.assertEqual(answers, [None] * 4)
        self.assertEqual(log.reads, reads, "read the log while paused")
        self.assertEqual(follower.send("resume"), "build")
        self.assertEqual(follower.send("resume"), "test")


class Ending(unittest.TestCase):
    def test_close(self):
        """`close()` ends following without an error and closes the log"""
        log = Log("checkout\nbuild\n")
        follower = follow(log)
        next(follower)
        self.assertFalse(log.closed, "closed the log while it was still followed")
        try:
            follower.close()
        except RuntimeError as error:
            self.fail(f"the follower would not be closed: {error}")
        self.assertTrue(log.closed, "the log is still open after close()")
        self.assertEqual(list(follower), [])

    def test_close_while_paused(self):
        """`close()` closes the log while paused, too"""
        log = Log("checkout\nbuild\n")
        follower = follow(log)
        next(follower)
        follower.send("pause")
        try:
            follower.close()
        except RuntimeError as error:
            self.fail(f"the follower would not be closed: {error}")
        self.assertTrue(log.closed, "the log is still open after close()")

    def test_reading_fails(self):
        """An error from the log reaches the caller, and the log is closed"""
        log = Log("checkout\n")
        follower = follow(log)
        next(follower)
        log.failure = OSError("disk gone")
        with self.assertRaisesRegex(OSError, "disk gone"):
            next(follower)
        self.assertTrue(log.closed, "the log is still open after the error")

    def test_error_thrown_in(self):
        """An error that the caller throws in comes back out, and the log is closed"""
        log = Log("checkout\nbuild\n")
        follower = follow(log)
        next(follower)
        with self.assertRaisesRegex(TimeoutError, "shift is over"):
            follower.throw(TimeoutError("shift is over"))
        self.assertTrue(log.closed, "the log is still open after the error")

    def test_unknown_command(self):
        """An unknown command raises `ValueError`, and the log is closed"""
        log = Log("checkout\nbuild\n")
        follower = follow(log)
        next(follower)
        with self.assertRaises(ValueError):
            follower.send("rewind")
        self.assertTrue(log.closed, "the log is still open after the unknown command")
