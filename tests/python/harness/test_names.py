"""`names`: what modules offer, for completion."""

import json
import unittest

import harness
from rig import Worker


def names(*modules):
    return Worker().call(harness.names, {"modules": list(modules), "seconds": 60})


class Names(unittest.TestCase):
    def test_functions_and_classes(self):
        found = names("itertools", "collections")
        self.assertEqual(found["itertools"]["batched"]["kind"], "class")
        self.assertIn("appendleft", found["collections"]["deque"]["members"])
        self.assertEqual(found["collections"]["Counter"]["kind"], "class")
        self.assertNotIn("__doc__", found["itertools"])

    def test_signatures(self):
        found = names("bisect", "heapq")["bisect"]["bisect_left"]
        self.assertEqual(found["kind"], "function")
        self.assertEqual(found["signature"], "(a, x, lo=0, hi=None, *, key=None)")

    def test_a_module_that_is_not_loaded_yet(self):
        self.assertIn("wrap", names("textwrap")["textwrap"])
        self.assertEqual(names("urllib.parse")["urllib.parse"]["quote"]["kind"], "function")

    def test_what_is_not_pythons_own_is_left_alone(self):
        found = names("numpy", "solution", "harness", "nonsense", "antigravity")
        self.assertEqual(list(found.values()), [{}] * 5)

    def test_values(self):
        self.assertEqual(names("string")["string"]["digits"], {
            "kind": "value", "signature": None, "members": [],
        })
        self.assertEqual(json.dumps(names("math")["math"]["pi"]["signature"]), "null")
