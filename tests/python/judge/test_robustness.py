"""What holds whatever the program does: patched builtins, evidence, model, aspect."""

import sys
import unittest

import judge
from learner import Case, learner


class Hostile(Case):
    def test_the_judge_works_without_the_builtins(self):
        program = learner("""
            import builtins
            def sabotage():
                for name in ("len", "isinstance", "range", "sum", "min", "max", "sorted", "any"):
                    setattr(builtins, name, None)
            def firsts(items):
                return [next(items), next(items)]
        """)
        import builtins

        saved = dict(vars(builtins))
        source = judge.Source("abc")
        told = None
        program.sabotage()
        try:
            program.firsts(source)
            try:
                source.assert_pulled(at_most=1)
            except judge.Failure as failure:
                told = str(failure)
        finally:
            vars(builtins).update(saved)
        self.assertEqual(
            told, "Your line 6 (`return [next(items), next(items)]`) took the 2nd item ('b') of "
            "source before it was asked for: 1 item was needed by then, 2 taken."
        )

    def test_a_repr_that_raises(self):
        class Odd:
            def __repr__(self):
                raise RuntimeError

        with self.fails("your function returned an Odd: <Odd instance at 0x…>."):
            judge.assert_iterator(Odd())

    def test_dictionaries_are_shown_in_their_order(self):
        with self.fails("returned a dict: {'b': 1, 'a': [2]}."):
            judge.assert_iterator({"b": 1, "a": [2]})

    def test_every_module_has_its_own_builtins(self):
        for name, module in list(sys.modules.items()):
            if name.startswith("judge") and name != "judge.pristine":
                self.assertIs(module.__dict__["__builtins__"],
                              sys.modules["judge.pristine"].__dict__["__builtins__"], name)


class Reports(Case):
    def setUp(self):
        judge.reset()

    def test_aspects(self):
        @judge.aspect("growth")
        class Cost(unittest.TestCase):
            def test_one(self):
                pass

            @judge.aspect("memory")
            def test_two(self):
                pass

        self.assertEqual(
            [judge.aspect_of(Cost, "test_one"), judge.aspect_of(Cost, "test_two"),
             judge.aspect_of(Reports, "test_aspects")],
            ["growth", "memory", "correctness"],
        )
        with self.assertRaisesRegex(ValueError, "unknown aspect 'speed'"):
            judge.aspect("speed")

    def test_the_model_is_executed_anew_for_each_test(self):
        judge.set_reference("calls = []\ndef f(x):\n    calls.append(x)\n    return len(calls)")
        self.addCleanup(judge.set_reference, None)
        self.assertEqual([judge.reference.f(1), judge.reference.f(1)], [1, 2])
        judge.reset()
        self.assertEqual(judge.reference.f(1), 1)
        with self.assertRaises(AttributeError):
            judge.reference.g
        judge.set_reference(None)
        with self.assertRaisesRegex(RuntimeError, "no model solution"):
            judge.reference.f

    def test_collecting_empties_and_reset_forgets(self):
        first = judge.evidence.record({"kind": "memory", "text": "", "peakBytes": 7})
        judge.evidence.record(first)
        self.assertEqual(judge.evidence.peak_bytes(), 7)
        self.assertEqual(judge.evidence.collect(), [first])
        self.assertEqual(judge.evidence.collect(), [])
        judge.evidence.record(first)
        judge.reset()
        self.assertEqual((judge.evidence.collect(), judge.evidence.peak_bytes()), ([], None))

    def test_the_documented_names_are_there(self):
        for name in judge.__all__:
            self.assertTrue(hasattr(judge, name), name)
