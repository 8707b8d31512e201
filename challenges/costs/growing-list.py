# title: Growing a list
# this: found = found + [item] in a loop
# that: found.append(item) in a loop
# sizes: 100, 1000, 10000
# question: n matches are collected one by one. How many times the work of `append` is making a new list each time?
# why: Each `found + [item]` copies all that was found before: n²/2 copies in the end, which is the loop that a profile shows once there are thousands of matches. `append` leaves spare room and moves house rarely. `found += [item]` extends in place; it only looks like the slow one.


def setup(n):
    items = list(range(n))

    def this():
        found = []
        for item in items:
            found = found + [item]
        return found

    def that():
        found = []
        for item in items:
            found.append(item)
        return found

    return this, that
