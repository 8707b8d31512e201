import threading
from contextlib import ExitStack


class InsufficientFunds(Exception):
    """The source account does not have the amount."""


class Account:
    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move the amount from one account to the other, or raise InsufficientFunds."""
    by_number = {account.number: account for account in (source, target)}
    with ExitStack() as locks:
        for number in sorted(by_number):  # the same order in every thread: no ring of waiting
            locks.enter_context(by_number[number].lock)
        if source.balance < amount:
            raise InsufficientFunds(
                f"account {source.number} has {source.balance}, {amount} needed"
            )
        source.balance -= amount
        target.balance += amount
