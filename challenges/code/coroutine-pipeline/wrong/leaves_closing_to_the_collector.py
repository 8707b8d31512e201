# caught by: Shutdown.test_close_reaches_the_end
# CPython closes the next stage when its last reference goes, unless somebody holds one.
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
    while True:
        try:
            line = yield
            passes = wanted(line)
        except Exception as error:
            target.throw(error)
        else:
            if passes:
                target.send(line)


@primed
def parse(target):
    while True:
        try:
            line = yield
            item, pence = line.split(",")
            sale = (item, int(pence))
        except Exception as error:
            target.throw(error)
        else:
            target.send(sale)


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
