"""Generated inputs, and the smallest that breaks a statement."""

import judge
from judge import strategies as st
from judge.choices import Choices
from learner import Case, learner


def values(strategy, n=300):
    """So many values of a strategy, from one seed."""
    seen = []
    judge.property(strategy, lambda value: seen.append(value), runs=n)
    return seen


class Shrinking(Case):
    def test_a_right_program_passes(self):
        program = learner("def f(items): return sorted(items)")
        judge.property(st.lists(st.integers(-9, 9)), program.f, oracle=sorted)

    def test_the_smallest_list_is_told(self):
        program = learner("""
            def distinct(items):
                return list(set(items))
        """)
        with self.fails("With the input [1, 0]: expected [1, 0], got [0, 1].") as caught:
            judge.property(
                st.lists(st.integers(0, 50)), program.distinct,
                oracle=lambda items: list(dict.fromkeys(items)),
            )
        self.assertEqual((caught.failure.expected, caught.failure.actual), ("[1, 0]", "[0, 1]"))
        self.assertEqual(
            judge.evidence.collect(),
            [{"kind": "counterexample",
              "text": "With the input [1, 0]: expected [1, 0], got [0, 1].", "input": "[1, 0]"}],
        )

    def test_the_line_of_an_exception_is_told(self):
        program = learner("""
            def last(items):
                return items[3]
        """)
        with self.fails("With the input []: your line 2 raised IndexError: list index out of range",
                        line=2):
            judge.property(st.lists(st.integers(0, 9)), program.last)

    def test_the_smallest_number_that_breaks_a_limit(self):
        program = learner("""
            def check(n):
                assert n < 1234, f"{n} is too large"
        """)
        with self.fails("With the input 1234: 1234 is too large", line=2):
            judge.property(st.integers(0, 10**6), program.check)

    def test_the_same_kind_of_failure_is_kept(self):
        program = learner("""
            def check(n):
                if n >= 100:
                    raise KeyError(n)
                if n >= 17:
                    raise OSError(n)
        """)
        with self.fails("With the input 100: your line 3 raised KeyError: 100.", line=3):
            judge.property(st.integers(0, 10**6), program.check)

    def test_text_and_nested_structures(self):
        program = learner("""
            def check(table):
                for name, scores in table.items():
                    assert "z" not in name or sum(scores) < 5
        """)
        with self.fails("With the input {'z': [5]}:", line=3):
            judge.property(
                st.dictionaries(st.text(max_size=6), st.lists(st.integers(0, 9))), program.check,
                runs=400,
            )

    def test_each_side_gets_a_value_of_its_own(self):
        program = learner("def f(items):\n    items.clear()\n    return 0")
        judge.property(st.lists(st.integers(0, 9), min_size=1), program.f,
                       oracle=lambda items: 0 if items else 1)

    def test_the_same_seed_gives_the_same_values(self):
        strategy = st.lists(st.floats(-2, 2))
        self.assertEqual(values(strategy), values(strategy))


class Strategies(Case):
    def test_ranges_are_kept_and_reached(self):
        numbers = values(st.integers(-3, 12))
        self.assertEqual((min(numbers), max(numbers)), (-3, 12))
        self.assertEqual(numbers[0], 0)
        self.assertEqual(values(st.integers(5, 9))[0], 5)
        self.assertEqual(values(st.integers(-9, -5))[0], -5)
        floats = values(st.floats(0.5, 1.5))
        self.assertTrue(all(0.5 <= value <= 1.5 for value in floats))
        self.assertGreater(len(set(floats)), 20)

    def test_every_integer_of_a_range_is_drawn_once(self):
        for lo, hi in ((-3, 5), (-7, 2), (4, 9), (-9, -4), (0, 0)):
            drawn = [st.integers(lo, hi).draw(Choices(None, (k,))) for k in range(hi - lo + 1)]
            self.assertEqual(sorted(drawn), list(range(lo, hi + 1)))
            self.assertEqual(drawn, sorted(drawn, key=lambda n: (abs(n), -n)))

    def test_sizes(self):
        lengths = {len(value) for value in values(st.lists(st.booleans(), 2, 9))}
        self.assertEqual(lengths, set(range(2, 10)))
        self.assertLessEqual(max(len(value) for value in values(st.text("ab", 5))), 5)
        unique = values(st.lists(st.integers(0, 9), 1, 10, unique=True))
        self.assertTrue(all(len(set(value)) == len(value) for value in unique))

    def test_combinations(self):
        pair = values(st.tuples(st.just("x"), st.one_of(st.integers(1, 2), st.sampled_from("ab"))))
        self.assertEqual(set(pair), {("x", 1), ("x", 2), ("x", "a"), ("x", "b")})
        even = values(st.integers(0, 99).filter(lambda n: n % 2 == 0).map(str))
        self.assertTrue(all(int(text) % 2 == 0 for text in even))
        built = values(st.builds(complex, st.integers(0, 3), st.just(1)))
        self.assertEqual(set(built), {0 + 1j, 1 + 1j, 2 + 1j, 3 + 1j})

    def test_mistakes_of_an_author(self):
        with self.assertRaisesRegex(ValueError, "empty"):
            st.integers(3, 2)
        with self.assertRaisesRegex(ValueError, "rejects nearly every value"):
            judge.property(st.integers(0, 9).filter(lambda n: n > 9), print)
