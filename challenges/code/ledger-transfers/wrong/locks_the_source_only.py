# caught by: Threads.test_no_money_appears_or_vanishes
# Only the account that pays is locked: two payments into the same account overwrite each other.
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        if source.balance < amount:
            raise InsufficientFunds(
                f"account {source.number} has {source.balance}, {amount} needed"
            )
        source.balance -= amount
        target.balance += amount
