import threading
import time
import unittest

import judge
from solution import LoadOnce


class Partner:
    """Loads slowly, and counts."""

    def __init__(self, seconds=0.0):
        self.seconds, self.calls = seconds, []

    def load(self, key):
        self.calls.append(key)
        if self.seconds:
            time.sleep(self.seconds)
        return key.lower()


def started(*works):
    threads = [threading.Thread(target=work, name=name) for name, work in works]
    for thread in threads:
        thread.start()
    return threads


class Examples(unittest.TestCase):
    def test_loads_once(self):
        """Loads a key the first time, and remembers the answer"""
        partner = Partner()
        cache = LoadOnce(partner.load)
        self.assertEqual([cache.get("EUR"), cache.get("EUR")], ["eur", "eur"])
        self.assertEqual(partner.calls, ["EUR"])

    def test_keys_are_separate(self):
        """Loads each key for itself"""
        partner = Partner()
        cache = LoadOnce(partner.load)
        answers = [cache.get("EUR"), cache.get("USD"), cache.get("EUR")]
        self.assertEqual(answers, ["eur", "usd", "eur"])
        self.assertEqual(partner.calls, ["EUR", "USD"])


class Answers(unittest.TestCase):
    def test_none_is_an_answer(self):
        """Remembers None and other false answers as well"""
        for value in (None, 0, ""):
            calls = []

            def load(key, value=value, calls=calls):
                calls.append(key)
                return value

            cache = LoadOnce(load)
            self.assertEqual([cache.get("EUR"), cache.get("EUR")], [value, value])
            self.assertEqual(calls, ["EUR"], f"loads of a key whose answer is {value!r}")

    def test_tries_again_after_an_error(self):
        """Raises what `load` raises, and loads again the next time"""
        answers = [ConnectionError("lost"), TimeoutError("late"), "rate"]

        def load(key):
            answer = answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer

        cache = LoadOnce(load)
        with self.assertRaises(ConnectionError):
            cache.get("EUR")
        with self.assertRaises(TimeoutError):
            cache.get("EUR")
        self.assertEqual(cache.get("EUR"), "rate")
        self.assertEqual(cache.get("EUR"), "rate")

    def test_load_may_ask_the_cache(self):
        """Lets `load` get another key"""
        cache = LoadOnce(lambda key: key if len(key) == 1 else cache.get(key[1:]) + key[0])
        self.assertEqual(cache.get("abc"), "cba")
        self.assertEqual(cache.get("bc"), "cb")

    def test_caches_are_separate(self):
        """Two caches remember for themselves"""
        one, other = LoadOnce(str.lower), LoadOnce(str.title)
        self.assertEqual([one.get("EUR"), other.get("EUR")], ["eur", "Eur"])


@judge.aspect("threads")
class Waiting(unittest.TestCase):
    def test_different_keys_side_by_side(self):
        """Loads different keys at the same time"""
        cache = LoadOnce(Partner(5).load)
        start = time.monotonic()
        threads = started(*[(key, lambda key=key: cache.get(key)) for key in ("EUR", "USD", "GBP")])
        for thread in threads:
            thread.join()
        took = time.monotonic() - start
        self.assertLess(took, 5.1, "seconds for three loads of 5 seconds each")

    def test_known_keys_at_once(self):
        """Answers a key that is there while another one is being loaded"""
        partner = Partner()
        cache = LoadOnce(partner.load)
        cache.get("EUR")
        partner.seconds = 5
        (thread,) = started(("loads USD", lambda: cache.get("USD")))
        time.sleep(1)
        start = time.monotonic()
        self.assertEqual(cache.get("EUR"), "eur")
        took = time.monotonic() - start
        thread.join()
        self.assertLess(took, 0.1, "seconds for a key that is there")

    def test_waits_for_the_same_load(self):
        """Who comes later waits for the load that is on its way, and no longer"""
        partner = Partner(5)
        cache = LoadOnce(partner.load)
        start, got = time.monotonic(), []

        def late():
            time.sleep(2)
            got.append((cache.get("EUR"), time.monotonic() - start))

        for thread in started(("first", lambda: cache.get("EUR")), ("late", late)):
            thread.join()
        self.assertEqual(partner.calls, ["EUR"])
        self.assertEqual(got[0][0], "eur")
        self.assertAlmostEqual(got[0][1], 5, delta=0.005, msg="seconds until the late one knew")

    def test_an_error_for_all_who_wait(self):
        """Gives the exception to everybody who waited for that load, and loads once for them"""
        calls, told = [], []

        def load(key):
            calls.append(key)
            time.sleep(5)
            raise ConnectionError("lost")

        cache = LoadOnce(load)

        def ask():
            try:
                cache.get("EUR")
            except ConnectionError as error:
                told.append(str(error))

        for thread in started(*[(f"asks {number}", ask) for number in (1, 2, 3)]):
            thread.join(60)
        self.assertEqual(told, ["lost"] * 3, "what three threads that asked at once were told")
        self.assertEqual(calls, ["EUR"], "loads for the three")


@judge.aspect("threads")
class Schedules(unittest.TestCase):
    def test_the_first_request_of_the_morning(self):
        """Two threads that ask for the same key at once cause one load"""

        def setup():
            partner = Partner()
            return LoadOnce(partner.load), partner, []

        def ask(shared):
            shared[2].append(shared[0].get("EUR"))

        def check(shared):
            _, partner, got = shared
            self.assertEqual(partner.calls, ["EUR"], "loads for two threads")
            self.assertEqual(got, ["eur"] * 2)

        judge.explore(setup, threads=[ask, ask], check=check, schedules=40)

    def test_an_error_and_a_new_try(self):
        """Nobody waits for ever, and no error is kept, when the first load fails"""

        def setup():
            calls = []

            def load(key):
                calls.append(key)
                if len(calls) == 1:
                    raise ConnectionError("lost")
                return key.lower()

            return LoadOnce(load), calls, []

        def ask(shared):
            try:
                shared[2].append(shared[0].get("EUR"))
            except ConnectionError:
                shared[2].append("lost")

        def check(shared):
            cache, calls, got = shared
            self.assertEqual(cache.get("EUR"), "eur", "asked once more at the end")
            self.assertIn(sorted(got), [["eur", "lost"], ["lost", "lost"]], "what two threads got")
            self.assertEqual(len(calls), 2, "loads: one that failed and one that did not")

        judge.explore(setup, threads=[ask, ask], check=check, schedules=40)
