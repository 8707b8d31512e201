"""Measures one operation beside another: `solution.setup` hands out both at the size `N`.

A line that sets `N` is put in front of this text.
"""

import unittest

import judge
import solution


class Cost(unittest.TestCase):
    def test_the_one_beside_the_other(self):
        """Counts the work of the one beside the other"""
        this, that = solution.setup(N)  # noqa: F821
        judge.assert_cost(this, at_most=1e12, relative_to=that)
