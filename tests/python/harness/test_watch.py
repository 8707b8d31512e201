"""What the worker reads of dicts and functions in the interpreter's memory."""

import gc
import types
import unittest
from array import array

from _dryrun import watch


def watching(*dicts, functions=()):
    tables = [array("I", map(id, each)) for each in (dicts, functions)]
    return watch(*tables[0].buffer_info(), *tables[1].buffer_info())


class Dicts(unittest.TestCase):
    def setUp(self):
        self.module = types.ModuleType("m")
        self.module.first, self.module.second = object(), object()
        self.names = vars(self.module)
        self.same = watching(self.names)

    def test_nothing_happened(self):
        self.assertTrue(self.same())
        self.module.first, self.module.second  # noqa: B018
        gc.collect()
        self.assertTrue(self.same())

    def test_a_value_replaced_and_put_back(self):
        first = self.module.first
        self.module.first = object()
        self.assertFalse(self.same())
        self.module.first = first
        self.assertTrue(self.same())

    def test_a_name_added_or_removed(self):
        self.module.third = None
        self.assertFalse(self.same())
        self.same = watching(self.names)
        del self.module.first
        self.assertFalse(self.same())

    def test_a_value_renamed(self):
        self.names["third"] = self.names.pop("second")
        self.assertFalse(self.same())

    def test_many_names(self):
        self.names.update({f"n{number}": number for number in range(3000)})
        same = watching(self.names)
        self.assertTrue(same())
        self.module.n2999 = object()
        self.assertFalse(same())

    def test_keys_that_are_not_text(self):
        self.names[5] = "five"
        same = watching(self.names)
        self.assertTrue(same())
        self.names[5] = "six"
        self.assertFalse(same())

    def test_an_empty_dict(self):
        names = {}
        same = watching(names)
        self.assertTrue(same())
        names["first"] = 1
        self.assertFalse(same())

    def test_the_second_of_two(self):
        other = {"a": 1}
        same = watching(self.names, other)
        other["a"] = 2
        self.assertFalse(same())

    def test_memory_that_grew(self):
        kept = [bytearray(1 << 20) for _ in range(40)]
        self.assertTrue(self.same())
        self.module.first = kept
        self.assertFalse(self.same())


class Classes(unittest.TestCase):
    def test_a_method_replaced(self):
        class Thing:
            def act(self):
                return 1

        [names] = gc.get_referents(Thing.__dict__)
        same = watching(names)
        self.assertEqual(Thing().act(), 1)
        self.assertTrue(same())
        Thing.act = lambda self: 2
        self.assertFalse(same())


class Functions(unittest.TestCase):
    def setUp(self):
        def act(one, two=2, *, three=3):
            return one

        self.act = act
        self.same = watching(functions=[act])

    def test_called_often(self):
        for number in range(1000):
            self.act(number)
        self.assertTrue(self.same())

    def test_other_code(self):
        self.act.__code__ = (lambda: None).__code__
        self.assertFalse(self.same())

    def test_other_defaults(self):
        self.act.__defaults__ = (5,)
        self.assertFalse(self.same())

    def test_other_keyword_defaults(self):
        self.act.__kwdefaults__ = {"three": 5}
        self.assertFalse(self.same())
