# caught by: Threads.test_two_withdrawals_of_the_same_money
# The balance is checked outside of the locks, so two transfers may both find enough.
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    if source.balance < amount:
        raise InsufficientFunds(f"account {source.number} has {source.balance}, {amount} needed")
    first, second = sorted([source, target], key=lambda account: account.number)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
