# caught by: Threads.test_strangers_do_not_wait
# Right in every result, and every transfer waits for every other one.
import threading

bank = threading.Lock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance


def transfer(source, target, amount):
    with bank:
        if source.balance < amount:
            raise InsufficientFunds(
                f"account {source.number} has {source.balance}, {amount} needed"
            )
        source.balance -= amount
        target.balance += amount
