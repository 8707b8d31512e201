# caught by: Errors.test_thrown_error_passes_through
# The stage guards its own work; the yield, where thrown errors arrive, stands outside the try.
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
            line = yield
            try:
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
            line = yield
            try:
                item, pence = line.split(",")
                sale = (item, int(pence))
            except ValueError as error:
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
    except GeneratorExit:
        report(sums, rejected)
