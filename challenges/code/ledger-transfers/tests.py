import threading
import unittest

import judge
from solution import Account, InsufficientFunds, transfer


class Examples(unittest.TestCase):
    def test_moves_the_amount(self):
        """Takes the amount from one account and gives it to the other"""
        rent, savings = Account(1, 500), Account(2, 100)
        transfer(rent, savings, 200)
        self.assertEqual((rent.balance, savings.balance), (300, 300))

    def test_refuses_what_is_not_there(self):
        """Raises InsufficientFunds with the balance, and changes nothing"""
        savings, rent = Account(2, 300), Account(1, 0)
        with self.assertRaises(InsufficientFunds) as caught:
            transfer(savings, rent, 301)
        self.assertEqual(str(caught.exception), "account 2 has 300, 301 needed")
        self.assertEqual((savings.balance, rent.balance), (300, 0))


class Edges(unittest.TestCase):
    def test_the_last_cent(self):
        """May empty an account"""
        one, other = Account(1, 50), Account(2, 0)
        transfer(one, other, 50)
        self.assertEqual((one.balance, other.balance), (0, 50))

    def test_to_itself(self):
        """A transfer to the same account changes nothing, and needs the funds"""
        one = Account(1, 50)
        transfer(one, one, 50)
        self.assertEqual(one.balance, 50)
        with self.assertRaises(InsufficientFunds):
            transfer(one, one, 51)

    def test_goes_on_after_a_refusal(self):
        """A refused transfer leaves no lock behind"""
        one, other = Account(1, 10), Account(2, 0)
        for _ in range(2):
            with self.assertRaises(InsufficientFunds):
                transfer(one, other, 11)
        transfer(one, other, 10)
        transfer(other, one, 4)
        self.assertEqual((one.balance, other.balance), (4, 6))


@judge.aspect("threads")
class Threads(unittest.TestCase):
    def two(self):
        return [Account(1, 100), Account(2, 100)]

    def test_both_directions_at_once(self):
        """Two transfers in opposite directions always end"""

        def check(accounts):
            self.assertEqual([each.balance for each in accounts], [80, 120])

        judge.explore(
            self.two,
            threads=[
                ("there", lambda accounts: transfer(accounts[0], accounts[1], 30)),
                ("back", lambda accounts: transfer(accounts[1], accounts[0], 10)),
            ],
            check=check,
        )

    def test_round_in_a_ring(self):
        """Three transfers round a ring of accounts always end"""

        def move(source, target):
            return lambda accounts: transfer(accounts[source], accounts[target], 5)

        def check(accounts):
            self.assertEqual([each.balance for each in accounts], [9, 9, 9])

        judge.explore(
            lambda: [Account(number, 9) for number in (1, 2, 3)],
            threads=[("first", move(0, 1)), ("second", move(1, 2)), ("third", move(2, 0))],
            check=check,
        )

    def test_two_withdrawals_of_the_same_money(self):
        """Two transfers that cannot both be paid never both are"""
        refused = []

        def spend(accounts):
            try:
                transfer(accounts[0], accounts[1], 60)
            except InsufficientFunds:
                refused.append(1)

        def setup():
            refused.clear()
            return self.two()

        def check(accounts):
            self.assertEqual([each.balance for each in accounts], [40, 160])
            self.assertEqual(len(refused), 1, "transfers that were refused")

        judge.explore(setup, threads=[spend, spend], check=check)

    def test_no_money_appears_or_vanishes(self):
        """Two payments into one account both arrive"""

        def check(accounts):
            self.assertEqual(accounts[2].balance, 12, "the balance after 5 and 7 came in")

        judge.explore(
            lambda: [Account(1, 9), Account(2, 9), Account(3, 0)],
            threads=[
                ("five", lambda accounts: transfer(accounts[0], accounts[2], 5)),
                ("seven", lambda accounts: transfer(accounts[1], accounts[2], 7)),
            ],
            check=check,
        )

    def test_strangers_do_not_wait(self):
        """A transfer goes through while another one, of other accounts, stands still"""

        class Slow(Account):
            def __init__(self, number, amount):
                self.waiting, self.go_on = threading.Event(), threading.Event()
                super().__init__(number, amount)

            @property
            def balance(self):
                if threading.current_thread().name == "slow":
                    self.waiting.set()
                    self.go_on.wait(60)
                return self.amount

            @balance.setter
            def balance(self, amount):
                self.amount = amount

        slow, other = Slow(1, 10), Account(2, 10)
        thread = threading.Thread(target=transfer, args=(slow, other, 1), name="slow")
        thread.start()
        slow.waiting.wait(60)
        three, four = Account(3, 10), Account(4, 10)
        quick = threading.Thread(target=transfer, args=(three, four, 1))
        quick.start()
        quick.join(30)
        arrived = four.balance
        slow.go_on.set()
        thread.join()
        quick.join()
        self.assertEqual(arrived, 11, "account 4, while a transfer between 1 and 2 goes on")
