# title: Stopping early
# this: any([ok(x) for x in rows])
# that: any(ok(x) for x in rows)
# sizes: 100, 1000, 10000
# question: Of n rows the very first already fails the check that you look for. How many times the work is the list, beside the generator?
# why: `any` stops at the first hit, but the square brackets have checked every row before it may begin. Two characters decide between one call and n.


def setup(n):
    rows = list(range(n))

    def fails(row):
        return row >= 0

    def this():
        return any([fails(row) for row in rows])

    def that():
        return any(fails(row) for row in rows)

    return this, that
