"""Memory at its worst moment."""

import tracemalloc

import judge
from learner import Case, learner


class Peak(Case):
    def setUp(self):
        self.program = learner("""
            import asyncio
            def listed(items):
                return sum([item * 2 for item in items])
            def lazy(items):
                return sum(item * 2 for item in items)
            async def one_by_one(fetch, n):
                for i in range(n):
                    await fetch(i)
        """)

    def test_a_lazy_program_passes(self):
        judge.assert_peak(lambda: self.program.lazy(range(50_000)), at_most="4 KiB")
        (evidence,) = judge.evidence.collect()
        self.assertEqual((evidence["kind"], evidence["allowedBytes"]), ("memory", 4096))
        self.assertLess(evidence["peakBytes"], 1000)

    def test_a_list_does_not(self):
        with self.fails("Your program holds too much at once. At its peak it held ",
                        line=3) as caught:
            judge.assert_peak(lambda: self.program.listed(range(50_000)), at_most="64 KiB")
        self.assertRegex(
            str(caught.failure),
            r"KiB; 64\.0 KiB are allowed\. Most of it \(\d+%\) was taken on your line 3 "
            r"\(`return sum\(\[item \* 2 for item in items\]\)`\)\.",
        )
        self.assertGreater(judge.evidence.peak_bytes(), 900_000)

    def test_what_was_held_before_does_not_count(self):
        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        self.program.listed(range(50_000))
        held = [bytes(100) for _ in range(1000)]
        judge.assert_peak(lambda: self.program.lazy(range(1000)), at_most="4 KiB")
        self.assertEqual(len(held), 1000)

    def test_a_run_that_cannot_be_repeated_has_no_line(self):
        items = iter([range(50_000)])
        with self.fails("Your program holds too much at once."):
            judge.assert_peak(lambda: self.program.listed(next(items)), at_most="64 KiB")

    def test_growth_of_the_peak(self):
        judge.assert_peak_growth(range, self.program.lazy, "1")
        judge.assert_peak_growth(range, self.program.listed, "n")
        with self.fails("The memory your program holds grows like n, faster than 1. With 2 048 "
                        "items it held", line=3):
            judge.assert_peak_growth(range, self.program.listed, "1")

    def test_the_judges_own_notes_do_not_count(self):
        def stream(n):
            self.program.lazy(judge.Source(range(n)))

        def calls(n):
            fetch = judge.Service()
            with judge.clock() as clock:
                clock.run(self.program.one_by_one(fetch, n))

        judge.assert_peak(lambda: stream(1000), at_most="8 KiB")
        judge.assert_peak_growth(lambda n: n, calls, "1", sizes=[64, 128, 256, 512])

    def test_sizes_in_words(self):
        from judge.memory import parse_size

        self.assertEqual([parse_size(text) for text in ("64 KiB", "2MiB", "500 B", "1.5 kib", 7)],
                         [65536, 2 << 20, 500, 1536, 7])
        with self.assertRaisesRegex(ValueError, "write 64 KiB"):
            parse_size("64 kB")
