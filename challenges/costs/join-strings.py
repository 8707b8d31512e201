# title: Adding up strings
# this: text += part in a loop
# that: "".join(parts)
# sizes: 100, 1000, 10000
# question: n log lines of twenty characters become one text. How many times the work of one `join` is a loop with `+=`?
# why: In theory the loop copies all of the text each time and is quadratic. CPython avoids that while nothing else holds the string, so the ratio does not grow with n: what you see is mostly the loop itself. Keep the text in an attribute or a list and the copies come back, which is why `join` is the habit to have.


def setup(n):
    parts = [f"{number:>19}\n" for number in range(n)]

    def this():
        text = ""
        for part in parts:
            text += part
        return text

    def that():
        return "".join(parts)

    return this, that
