import unittest

import judge
from solution import keep, parse, totals


class Recorder:
    """A last stage that writes down what reaches it; re-raises errors of the types `refuses`."""

    def __init__(self, refuses=()):
        self.seen = []
        self.closed = False
        self.refuses = refuses

    def __repr__(self):
        return "Recorder()"

    def send(self, value):
        self.seen.append(value)

    def throw(self, error, *instance):
        error = instance[0] if instance else error
        self.seen.append(type(error).__name__)
        if isinstance(error, self.refuses):
            raise error

    def close(self):
        self.closed = True


class Reports(list):
    """Collects what `report` is called with."""

    def __call__(self, sums, rejected):
        self.append((dict(sums), rejected))


def no_comment(line):
    return line[0] != "#"


class Examples(unittest.TestCase):
    def test_whole_pipeline(self):
        """Filters, parses, adds up, and reports when closed"""
        reports = Reports()
        till = keep(no_comment, parse(totals(reports)))
        for line in ["tea,250", "# till 3", "bun,90", "tea,15o", "tea,150"]:
            till.send(line)
        self.assertEqual(reports, [], "reported before the pipeline was closed")
        till.close()
        self.assertEqual(reports, [({"tea": 400, "bun": 90}, 1)], "the reports after closing")

    def test_quiet_day(self):
        """Reports empty sums when no line came"""
        reports = Reports()
        keep(no_comment, parse(totals(reports))).close()
        self.assertEqual(reports, [({}, 0)], "the reports after closing")


class Stages(unittest.TestCase):
    def test_ready_at_once(self):
        """Each stage takes a value at once, without priming"""
        for name, stage, value in (
            ("keep", keep(no_comment, Recorder()), "tea,250"),
            ("parse", parse(Recorder()), "tea,250"),
            ("totals", totals(Reports()), ("tea", 250)),
        ):
            with self.subTest(stage=name):
                try:
                    stage.send(value)
                except TypeError as error:
                    self.fail(f"{name} was not ready for its first value: {error}")

    def test_nothing_is_kept_back(self):
        """A value has reached the end before `send` returns"""
        end = Recorder()
        till = keep(no_comment, parse(end))
        till.send("tea,250")
        self.assertEqual(end.seen, [("tea", 250)])
        till.send("# till 3")
        till.send("bun,90")
        self.assertEqual(end.seen, [("tea", 250), ("bun", 90)])

    def test_bad_lines_are_thrown_on(self):
        """`parse` throws a bad line into its target as `ValueError`, and carries on"""
        end = Recorder()
        stage = parse(end)
        for line in ["tea", "tea,15o", "tea,1,2", "bun,90"]:
            stage.send(line)
        self.assertEqual(end.seen, ["ValueError"] * 3 + [("bun", 90)])


class Shutdown(unittest.TestCase):
    def test_close_reaches_the_end(self):
        """`close()` reaches every stage, even one that somebody else still holds"""
        end = Recorder()
        middle = parse(end)
        head = keep(no_comment, middle)
        head.send("tea,250")
        self.assertFalse(end.closed, "the last stage was closed before the first")
        head.close()
        self.assertTrue(end.closed, "the last stage was not closed with the first")

    def test_reports_once(self):
        """Reports once, however often the pipeline is closed"""
        reports = Reports()
        end = totals(reports)
        head = keep(no_comment, parse(end))
        head.send("tea,250")
        head.close()
        head.close()
        end.close()
        self.assertEqual(reports, [({"tea": 250}, 0)], "the reports after closing three times")


class Errors(unittest.TestCase):
    def test_thrown_error_passes_through(self):
        """An error thrown into the first stage reaches the last; if that copes, all carry on"""
        end = Recorder()
        head = keep(no_comment, parse(end))
        try:
            head.throw(RuntimeError("no such till"))
        except RuntimeError:
            self.fail("the error came straight back, although the last stage can cope with it")
        head.send("tea,250")
        self.assertEqual(end.seen, ["RuntimeError", ("tea", 250)])

    def test_thrown_value_error_is_a_rejected_line(self):
        """A `ValueError` thrown into the first stage counts as a rejected line"""
        reports = Reports()
        head = keep(no_comment, parse(totals(reports)))
        try:
            head.throw(ValueError("torn paper"))
        except ValueError:
            self.fail("the error came straight back, although `totals` can count it")
        head.send("tea,250")
        head.close()
        self.assertEqual(reports, [({"tea": 250}, 1)], "the reports after closing")

    def test_failing_filter_is_passed_on(self):
        """An error in `wanted` is thrown on; if the target copes, the stage carries on"""
        end = Recorder()
        stage = keep(no_comment, end)
        stage.send("")
        stage.send("tea,250")
        self.assertEqual(end.seen, ["IndexError", "tea,250"])

    def test_abort_reports_nothing(self):
        """Any other error comes back to the caller, and no half-done sums are reported"""
        reports = Reports()
        end = totals(reports)
        middle = parse(end)
        head = keep(no_comment, middle)
        head.send("tea,250")
        with self.assertRaisesRegex(RuntimeError, "till unplugged"):
            head.throw(RuntimeError("till unplugged"))
        for stage in (head, middle, end):
            stage.close()
        self.assertEqual(reports, [], "reported, although an error had broken off the day")

    def test_refused_bad_line_comes_back(self):
        """A bad line that the target refuses comes back out of `send`"""
        end = Recorder(refuses=ValueError)
        head = keep(no_comment, parse(end))
        head.send("tea,250")
        with self.assertRaises(ValueError):
            head.send("tea,15o")
        self.assertEqual(end.seen, [("tea", 250), "ValueError"])


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_long_day(self):
        """Memory does not grow with the number of lines"""

        def push(lines):
            till = keep(no_comment, parse(totals(Reports())))
            for number in range(lines):
                till.send(f"item {number % 4},90")
            till.close()

        judge.assert_peak_growth(lambda n: n, push, at_most="1")
