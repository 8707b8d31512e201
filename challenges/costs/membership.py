# title: Is it in there?
# this: wanted in a list
# that: wanted in a set
# sizes: 100, 1000, 10000
# question: You ask whether an id is among n blocked ids, and it is not. How many times the work is a list, beside a set?
# why: A list has to be compared item by item to its end, a set looks at one place that the hash names. The set pays once, when it is built; from the second look-up on it is ahead.


def setup(n):
    blocked = [f"user-{number}" for number in range(n)]
    known = set(blocked)

    def this():
        return "user-none" in blocked

    def that():
        return "user-none" in known

    return this, that
