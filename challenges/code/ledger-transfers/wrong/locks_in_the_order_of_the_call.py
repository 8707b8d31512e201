# caught by: Threads.test_both_directions_at_once
# Source first, then target: two opposite transfers each hold what the other one needs.
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    with source.lock, target.lock:
        if source.balance < amount:
            raise InsufficientFunds(
                f"account {source.number} has {source.balance}, {amount} needed"
            )
        source.balance -= amount
        target.balance += amount
