# caught by: Edges.test_to_itself
# The order is right, but for one account the same plain lock is taken twice, and waits for itself.
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    first, second = sorted([source, target], key=lambda account: account.number)
    with first.lock:
        with second.lock:
            if source.balance < amount:
                raise InsufficientFunds(
                    f"account {source.number} has {source.balance}, {amount} needed"
                )
            source.balance -= amount
            target.balance += amount
