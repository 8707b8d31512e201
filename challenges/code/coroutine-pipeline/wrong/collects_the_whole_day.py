# caught by: Memory.test_long_day
# Collecting first and adding up at the end is simple, and keeps the whole day in memory.
from functools import wraps


def primed(function):
    @wraps(function)
    def start(*args):
        stage = function(*args)
        next(stage)
        return stage

    return start


@primed
def keep(wanted, target):
    try:
        while True:
            try:
                line = yield
                passes = wanted(line)
            except Exception as error:
                target.throw(error)
            else:
                if passes:
                    target.send(line)
    finally:
        target.close()


@primed
def parse(target):
    try:
        while True:
            try:
                line = yield
                item, pence = line.split(",")
                sale = (item, int(pence))
            except Exception as error:
                target.throw(error)
            else:
                target.send(sale)
    finally:
        target.close()


@primed
def totals(report):
    sales = []
    rejected = 0
    try:
        while True:
            try:
                item, pence = yield
            except ValueError:
                rejected += 1
            else:
                sales.append((item, pence))
    except GeneratorExit:
        sums = {}
        for item, pence in sales:
            sums[item] = sums.get(item, 0) + pence
        report(sums, rejected)
