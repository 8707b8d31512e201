# title: A list in between
# this: sum([x * x for x in values])
# that: sum(x * x for x in values)
# sizes: 100, 1000, 10000
# question: You add up n squares. How many times the work of the generator expression is a list in between?
# why: In work there is little between them: the list has to be filled, the generator has to be woken and put to sleep for every value. What the generator saves is memory, one value at a time instead of n. That is the reason to give, not speed.


def setup(n):
    values = list(range(n))

    def this():
        return sum([x * x for x in values])

    def that():
        return sum(x * x for x in values)

    return this, that
