import unittest

from shipping import fee


class FeeTests(unittest.TestCase):
    def test_a_light_parcel(self):
        self.assertEqual(fee(500), 490)


if __name__ == "__main__":
    unittest.main()
