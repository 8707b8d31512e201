"""What a source notes, and what is said of a program that asks too much."""

import judge
from learner import Case, learner


class Pulling(Case):
    def test_a_lazy_program_passes(self):
        program = learner("""
            def doubled(items):
                for item in items:
                    yield item * 2
        """)
        source = judge.Source(iter(range(10**12)))
        result = program.doubled(source)
        source.assert_pulled(exactly=0)
        self.assertEqual(judge.take(3, result), [0, 2, 4])
        source.assert_pulled(exactly=3)
        source.assert_pulled(at_most=3, at_least=3)

    def test_the_line_that_pulled_too_early_is_named(self):
        program = learner("""
            def firsts(items, n):
                found = []
                for item in items:
                    found.append(item)
                    if len(found) > n:
                        return found
        """)
        source = judge.Source(range(10, 99), name="readings")
        program.firsts(source, 3)
        with self.fails(
            "Your line 3 (`for item in items:`) took the 4th item (13) of readings before it was "
            "asked for: 3 items were needed by then, 4 taken.",
            line=3,
        ) as caught:
            source.assert_pulled(at_most=3)
        self.assertEqual(caught.failure.expected, "at most 3 items taken from readings")
        self.assertEqual(caught.failure.actual, "4 items taken")

    def test_pulling_before_the_first_request(self):
        program = learner("""
            def doubled(items):
                return iter([item * 2 for item in items])
        """)
        source = judge.Source([1, 2])
        program.doubled(source)
        with self.fails("took the 1st item (1) of source before it was asked for: no item was",
                        line=2):
            source.assert_pulled(at_most=0)

    def test_too_few(self):
        source = judge.Source([1, 2])
        next(source)
        with self.fails("Only 1 item of source was taken by then; at least 2 should have been."):
            source.assert_pulled(at_least=2)

    def test_draining_an_endless_source_fails_at_the_line(self):
        program = learner("""
            import itertools
            def everything(items):
                return sorted(items)
        """)
        for endless in (iter(int, 1), range(10**12)):
            with self.fails("Your line 3 (`return sorted(items)`) drained source", line=3):
                program.everything(judge.Source(endless))

    def test_a_long_list_is_not_endless(self):
        source = judge.Source([0] * (judge.MAX_PULLS + 1))
        self.assertEqual(sum(source), 0)
        self.assertTrue(source.exhausted)

    def test_a_swallowed_verdict_is_raised_after_the_test(self):
        program = learner("""
            def everything(items):
                try:
                    return list(items)
                except Exception:
                    return []
        """)
        self.assertEqual(program.everything(judge.Source(iter(int, 1))), [])
        with self.fails("drained source", line=3):
            judge.settle()
        judge.settle()

    def test_evidence_lists_each_pull(self):
        program = learner("""
            def pair(items):
                first = next(items)
                return first, next(items)
        """)
        source = judge.Source("ab", name="letters")
        program.pair(source)
        source.assert_pulled(exactly=2)
        source.close()
        source.assert_closed()
        self.assertEqual(
            judge.evidence.collect(),
            [{
                "kind": "pulls",
                "text": "2 items taken from letters, the first by your line 2; closed.",
                "source": "letters",
                "log": [
                    {"item": 0, "line": 2, "value": "'a'", "during": None},
                    {"item": 1, "line": 3, "value": "'b'", "during": None},
                ],
                "closed": True,
                "pulled": 2,
                "ended": False,
            }],
        )


class Ending(Case):
    def test_closing_in_finally_passes(self):
        program = learner("""
            def upper(lines):
                try:
                    for line in lines:
                        yield line.upper()
                finally:
                    lines.close()
        """)
        source = judge.Source(["a", "b"])
        result = program.upper(source)
        next(result)
        source.assert_not_closed()
        result.close()
        source.assert_closed()
        self.assertEqual(list(source), [])

    def test_forgetting_to_close(self):
        program = learner("""
            def upper(lines):
                for line in lines:
                    yield line.upper()
        """)
        source = judge.Source(["a", "b"], name="lines")
        result = program.upper(source)
        next(result)
        result.close()
        with self.fails("stopped using lines after 1 item and never closed it", line=2):
            source.assert_closed()

    def test_a_source_that_has_ended_counts_as_closed(self):
        source = judge.Source([1])
        list(source)
        source.assert_closed()
        self.assertFalse(source.closed)

    def test_closing_too_early(self):
        source = judge.Source([1, 2])
        next(source)
        source.close()
        with self.fails("closed source after 1 item, though it was still needed"):
            source.assert_not_closed()

    def test_failing_at_an_item(self):
        source = judge.Source("abcd", fail_at=2, error=OSError("lost"))
        self.assertEqual([next(source), next(source)], ["a", "b"])
        with self.assertRaisesRegex(OSError, "lost"):
            next(source)
        self.assertEqual((list(source), source.pulled, source.exhausted), ([], 2, False))

    def test_it_acts_as_a_generator(self):
        source = judge.Source("abc")
        with self.assertRaises(TypeError):
            source.send(1)
        self.assertEqual([next(source), source.send("x")], ["a", "b"])
        self.assertEqual(source.sent, ["x"])
        with self.assertRaises(KeyError):
            source.throw(KeyError("k"))
        self.assertEqual(list(source), [])


class Results(Case):
    def test_iterators(self):
        judge.assert_iterator(iter([]))
        judge.assert_iterator(x for x in [])
        with self.fails("your function returned a list: [1, 2]."):
            judge.assert_iterator([1, 2])
        with self.fails("returned None (is a `yield` or `return` missing?)"):
            judge.assert_iterator(None)

    def test_generators(self):
        judge.assert_generator(x for x in [])
        with self.fails("your function returned a map: <map object at 0x…>."):
            judge.assert_generator(map(int, []))

    def test_take_asks_no_more_than_needed(self):
        source = judge.Source([1, 2, 3])
        self.assertEqual(judge.take(2, source), [1, 2])
        self.assertEqual(source.pulled, 2)
        self.assertEqual(judge.take(0, source), [])
        self.assertEqual(judge.take(5, source), [3])
