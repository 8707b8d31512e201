# caught by: Threads.test_two_withdrawals_of_the_same_money
# acquire and release by hand: the exception leaves the function before the release.
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.RLock()


def transfer(source, target, amount):
    first, second = sorted([source, target], key=lambda account: account.number)
    first.lock.acquire()
    second.lock.acquire()
    if source.balance < amount:
        raise InsufficientFunds(f"account {source.number} has {source.balance}, {amount} needed")
    source.balance -= amount
    target.balance += amount
    second.lock.release()
    first.lock.release()
