import threading


class InsufficientFunds(Exception):
    """The source account does not have the amount."""


class Account:
    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance


def transfer(source: Account, target: Account, amount: int) -> None:
    """Move the amount from one account to the other, or raise InsufficientFunds."""
    raise NotImplementedError
