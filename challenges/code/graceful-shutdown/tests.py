import threading
import time
import unittest

import judge
from solution import Mailer, Stopped


class Server:
    """Takes its time for each message, refuses some, and notes when each began."""

    def __init__(self, seconds=0.0, refuses=()):
        self.seconds, self.refuses = seconds, refuses
        self.sent, self.began, self.threads = [], [], set()
        self.start = time.monotonic()

    def send(self, message):
        self.threads.add(threading.current_thread())
        self.began.append(round(time.monotonic() - self.start))
        if self.seconds:
            time.sleep(self.seconds)
        if message in self.refuses:
            raise ConnectionError(message)
        self.sent.append(message)


def submit_all(mailer, messages):
    for message in messages:
        mailer.submit(message)


class Examples(unittest.TestCase):
    def test_sends_what_it_was_given(self):
        """Sends all messages in order before it stops, if the grace is long enough"""
        server = Server()
        mailer = Mailer(server.send)
        submit_all(mailer, ["welcome", "invoice"])
        self.assertEqual(mailer.stop(10), [], "not sent")
        self.assertEqual(server.sent, ["welcome", "invoice"])

    def test_refuses_after_stop(self):
        """Raises Stopped from `submit` after `stop`, and answers nothing the second time"""
        server = Server()
        mailer = Mailer(server.send)
        mailer.stop(10)
        with self.assertRaises(Stopped):
            mailer.submit("too late")
        self.assertEqual(mailer.stop(10), [])
        self.assertEqual(server.sent, [])


@judge.aspect("threads")
class Stopping(unittest.TestCase):
    def test_sends_in_its_own_thread(self):
        """Sends in one thread of its own; `submit` returns at once"""
        server = Server(seconds=3)
        mailer = Mailer(server.send)
        mailer.submit("a")
        time.sleep(1)
        submit_all(mailer, "bc")
        took = time.monotonic() - server.start - 1
        self.assertLess(took, 0.1, "seconds for two submits while a message is being sent")
        mailer.stop(60)
        self.assertEqual(len(server.threads), 1, "threads that sent")
        self.assertNotIn(threading.current_thread(), server.threads)

    def test_sends_without_being_stopped(self):
        """Sends a message when it comes, also after a long silence"""
        server = Server()
        mailer = Mailer(server.send)
        time.sleep(100)
        mailer.submit("a")
        time.sleep(5)
        self.assertEqual(server.sent, ["a"], "sent 5 seconds after it was submitted")
        mailer.stop(0)

    def test_an_idle_mailer_stops_at_once(self):
        """Uses no more of the grace than it needs"""
        for messages, seconds in (([], 0), (["a", "b"], 4)):
            server = Server(seconds=2)
            mailer = Mailer(server.send)
            submit_all(mailer, messages)
            mailer.stop(1000)
            took = time.monotonic() - server.start
            self.assertLess(
                took, seconds + 0.1, f"seconds to stop with {len(messages)} messages of 2 seconds"
            )

    def test_the_grace_ends(self):
        """Begins nothing after the grace, and hands back what it did not begin"""
        server = Server(seconds=4)
        mailer = Mailer(server.send)
        submit_all(mailer, "abcde")
        left = mailer.stop(10)
        took = round(time.monotonic() - server.start)
        self.assertEqual(server.began, [0, 4, 8], "seconds at which a send began; the grace is 10")
        self.assertEqual((server.sent, left), (["a", "b", "c"], ["d", "e"]), "sent and handed back")
        self.assertEqual(took, 12, "seconds until the third message was through")
        self.assertEqual(mailer.stop(10), [], "the second answer")

    def test_the_thread_has_ended(self):
        """Leaves no thread behind when `stop` returns"""
        before = threading.active_count()
        for grace in (0, 100):
            mailer = Mailer(Server(seconds=3).send)
            submit_all(mailer, "ab")
            time.sleep(1)
            mailer.stop(grace)
            self.assertEqual(threading.active_count(), before, f"threads after stop({grace})")

    def test_goes_on_after_an_error(self):
        """Goes on when `send` raises, and hands back what failed before what it did not try"""
        server = Server(seconds=1, refuses="bc")
        mailer = Mailer(server.send)
        submit_all(mailer, "abcdef")
        left = mailer.stop(3.5)
        self.assertEqual(server.sent, ["a", "d"])
        self.assertEqual(left, ["b", "c", "e", "f"], "failed, then not tried")
        self.assertEqual(mailer.stop(10), [], "the second answer")


@judge.aspect("threads")
class Schedules(unittest.TestCase):
    def test_every_message_is_accounted_for(self):
        """Refuses, sends or hands back each message, whenever `stop` comes"""

        def setup():
            sent = []
            return Mailer(sent.append), sent, [], []

        def submit(shared):
            mailer, _, refused, _ = shared
            for message in "ab":
                try:
                    mailer.submit(message)
                except Stopped:
                    refused.append(message)

        def stop(shared):
            shared[3].extend(shared[0].stop(0))

        def check(shared):
            _, sent, refused, left = shared
            self.assertEqual(
                sorted(sent + refused + left), ["a", "b"], "sent, refused and handed back, together"
            )

        judge.explore(setup, threads=[submit, stop], check=check, schedules=30)

    def test_stop_wakes_the_worker(self):
        """Ends the thread, whatever it does when `stop` comes"""

        def setup():
            sent = []
            return sent, []

        def run(shared):
            mailer = Mailer(shared[0].append)
            mailer.submit("a")
            shared[1].extend(mailer.stop(5))

        def check(shared):
            self.assertEqual(shared, (["a"], []), "sent and handed back")

        judge.explore(setup, threads=[("main", run)], check=check, schedules=14)
