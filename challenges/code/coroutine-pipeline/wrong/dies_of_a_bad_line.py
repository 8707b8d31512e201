# caught by: Stages.test_bad_lines_are_thrown_on
# int() raises by itself, so nothing seems left to do; the error goes up and ends the stage.
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
            line = yield
            item, pence = line.split(",")
            target.send((item, int(pence)))
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
