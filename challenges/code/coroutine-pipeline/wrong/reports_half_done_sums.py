# caught by: Errors.test_abort_reports_nothing
# "Always report at the end" is written as finally, and an error is an end, too.
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
    sums = {}
    rejected = 0
    try:
        while True:
            try:
                item, pence = yield
            except ValueError:
                rejected += 1
            else:
                sums[item] = sums.get(item, 0) + pence
    finally:
        report(sums, rejected)
