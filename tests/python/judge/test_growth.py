"""Counted work: which class of growth is seen, at which line, and what it costs."""

import judge
from judge.fit import Fit
from learner import Case, learner


class Growth(Case):
    def setUp(self):
        self.program = learner("""
            import bisect, heapq
            def distinct(items):
                seen = []
                for item in items:
                    if item not in seen:
                        seen.append(item)
                return seen
            def distinct_set(items):
                return sorted(set(items))
            def total(items):
                result = 0
                for item in items:
                    result += item
                return result
            def drain(items):
                while items:
                    items.pop(0)
            def search(items):
                return bisect.bisect(items, 7)
            def search_slices(items):
                while len(items) > 1:
                    half = len(items) // 2
                    items = items[:half] if items[half] > 7 else items[half:]
            def triples(items):
                return sum(1 for a in items for b in items for c in items if a + b == c)
            def heap(items):
                queue = []
                for item in items:
                    heapq.heappush(queue, -item)
                return [heapq.heappop(queue) for _ in items]
            def counted(items):
                counts = {}
                for item in items:
                    counts[str(item)] = counts.get(str(item), 0) + 1
                return counts
            def merge_sort(items):
                if len(items) < 2:
                    return items
                half = len(items) // 2
                left, right = merge_sort(items[:half]), merge_sort(items[half:])
                merged = []
                i = j = 0
                while i < len(left) and j < len(right):
                    if left[i] <= right[j]:
                        merged.append(left[i]); i += 1
                    else:
                        merged.append(right[j]); j += 1
                return merged + left[i:] + right[j:]
            def subsets(items):
                return [subsets(items[1:]), subsets(items[1:])] if items else []
        """)

    @staticmethod
    def build(n):
        return list(range(n))

    def test_right_programs_pass(self):
        for name, bound in (
            ("distinct_set", "n log n"), ("distinct_set", "n"), ("total", "n"),
            ("heap", "n log n"), ("heap", "n"), ("counted", "n"), ("merge_sort", "n log n"),
            ("merge_sort", "n"), ("search", "log n"), ("search", "1"), ("drain", "n^2"),
            ("distinct", "n^2"),
        ):
            with self.subTest(name, bound=bound):
                judge.reset()
                judge.assert_growth(self.build, getattr(self.program, name), bound)

    def test_a_scan_in_a_loop(self):
        with self.fails("The work grows like n^2, faster than n log n. With 2 048 items it took "
                        "8.41 million steps, with 4 096 items 33.6 million steps: twice the "
                        "input, 4.0 times the work. Most of it (9", line=5) as caught:
            judge.assert_growth(self.build, self.program.distinct)
        self.assertIn("is spent on your line 5 (`if item not in seen:`).", str(caught.failure))
        self.assertEqual(caught.failure.expected, "work that grows like n log n or slower")
        self.assertEqual(caught.failure.actual, "work that grows like n^2")

    def test_a_quadratic_hidden_in_c(self):
        with self.fails("The work grows like n^2, faster than n. ", line=17):
            judge.assert_growth(self.build, self.program.drain, "n")

    def test_linear_where_logarithmic_is_asked(self):
        with self.fails("The work grows like n, faster than log n.", line=13):
            judge.assert_growth(self.build, self.program.total, "log n")
        with self.fails("The work grows like n, faster than log n.", line=23):
            judge.assert_growth(self.build, self.program.search_slices, "log n")

    def test_programs_too_slow_for_the_usual_sizes(self):
        judge.set_limit(100_000_000)
        self.addCleanup(judge.set_limit, judge.meter.DEFAULT_LIMIT)
        with self.fails("The work grows like n^3, faster than n^2.", line=25):
            judge.assert_growth(self.build, self.program.triples, "n^2")
        judge.reset()
        with self.fails("The work grows faster than n^3.", line=50):
            judge.assert_growth(self.build, self.program.subsets, "n^3")
        self.assertGreater(judge.meter.remaining(), 0)

    def test_explicit_sizes_and_a_reference(self):
        judge.set_reference("def total(items):\n    return sum(items)")
        judge.assert_growth(
            self.build, self.program.total, "n", sizes=[400, 100, 200],
            reference=lambda items: judge.reference.total(items),
        )
        (evidence,) = judge.evidence.collect()
        self.assertEqual([point["n"] for point in evidence["points"]], [100, 200, 400])
        self.assertEqual([point["n"] for point in evidence["reference"]], [100, 200, 400])
        self.assertLess(evidence["reference"][2]["cost"], evidence["points"][2]["cost"])
        self.assertEqual((evidence["kind"], evidence["fitted"], evidence["allowed"]),
                         ("growth", "n", "n"))
        self.assertIn("The work grows like n; n is allowed. With 200 items", evidence["text"])

    def test_numbers_hardly_differ_from_run_to_run(self):
        def measured():
            judge.reset()
            judge.assert_growth(self.build, self.program.counted, "n")
            (evidence,) = judge.evidence.collect()
            return [point["cost"] for point in evidence["points"]]

        for once, again in zip(measured(), measured(), strict=True):
            self.assertLess(abs(once / again - 1), 0.01)

    def test_unknown_class(self):
        with self.assertRaisesRegex(ValueError, "unknown growth 'n!'"):
            judge.assert_growth(self.build, len, "n!")


class Fitting(Case):
    def fit(self, function, first=256):
        return Fit([(n, function(n)) for n in (first << i for i in range(5))])

    def test_noise_does_not_raise_the_class(self):
        for noise in (0.9, 0.95, 1.05, 1.1):
            fit = Fit([(256 << i, 100 * (256 << i) * (noise if i % 2 else 1)) for i in range(5)])
            self.assertFalse(fit.exceeds("n"), noise)
            self.assertTrue(fit.exceeds("log n"), noise)

    def test_names(self):
        for name, function in (
            ("1", lambda n: 500.0), ("log n", lambda n: 90 * n.bit_length()),
            ("n", lambda n: 40.0 * n + 900), ("n log n", lambda n: 9.0 * n * n.bit_length()),
            ("n^2", lambda n: 3.0 * n * n + 100 * n), ("n^3", lambda n: 0.1 * n**3),
            ("faster than n^3", lambda n: 1.0 * n**5),
        ):
            self.assertEqual(self.fit(function).name, name)

    def test_a_log_factor_is_forgiven_and_a_power_is_not(self):
        self.assertFalse(self.fit(lambda n: 9.0 * n * n.bit_length()).exceeds("n"))
        self.assertTrue(self.fit(lambda n: 9.0 * n * n).exceeds("n log n"))
        self.assertFalse(self.fit(lambda n: 9.0 * n * n).exceeds("n^2"))


class Cost(Case):
    def setUp(self):
        self.program = learner("""
            def slow(n):
                found = []
                for i in range(n):
                    found = found + [i]
                return found
            def fast(n):
                return [i for i in range(n)]
            memory = {}
            def remembering(n):
                if n not in memory:
                    memory[n] = slow(n)
                return memory[n]
        """)

    def test_as_fast_as_the_model(self):
        judge.assert_cost(
            lambda: self.program.fast(500), 1.5, lambda: [i for i in range(500)]
        )

    def test_too_much_work(self):
        with self.fails("Your program does too much work. It took ", line=4) as caught:
            judge.assert_cost(lambda: self.program.slow(500), 2.0, lambda: self.program.fast(500))
        self.assertRegex(str(caught.failure), r"times the model's .* 2 times are allowed\. "
                         r"Most of it \(\d+%\) is spent on your line 4")
        self.assertEqual(caught.failure.expected, "at most 2 times the work of the model")

    def test_remembering_does_not_hide_the_first_run(self):
        with self.fails("Your program does too much work."):
            judge.assert_cost(
                lambda: self.program.remembering(500), 2.0, lambda: self.program.fast(500)
            )

    def test_evidence(self):
        judge.assert_cost(lambda: self.program.fast(500), 5, lambda: self.program.fast(500))
        (evidence,) = judge.evidence.collect()
        self.assertEqual((evidence["kind"], evidence["allowed"]), ("cost", 5.0))
        self.assertAlmostEqual(evidence["ratio"], 1.0, places=2)
        self.assertAlmostEqual(evidence["cost"] / evidence["reference"], 1.0, places=2)

    def test_an_absolute_bound(self):
        judge.assert_cost(lambda: self.program.fast(10), at_most=100_000)
        with self.fails("steps; 100 steps are allowed.", line=7):
            judge.assert_cost(lambda: self.program.fast(1000), at_most=100)

    def test_measuring_costs_nothing(self):
        self.assertLess(judge.meter.measure(lambda: None), 25)
