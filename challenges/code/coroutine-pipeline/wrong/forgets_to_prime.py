# caught by: Stages.test_ready_at_once
# Calling a generator function looks like starting it; the first send() then fails.

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
