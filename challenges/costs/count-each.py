# title: Counting each word
# this: {w: words.count(w) for w in set(words)}
# that: collections.Counter(words)
# sizes: 100, 1000, 4000
# question: A text of n words has n/10 different ones. How many times the work of `Counter` is calling `count` for each of them?
# why: Every `count` walks through the whole text, once for each different word: n · n/10 comparisons. `Counter` goes through once. Hidden loops such as `count`, `in` and `index` are where quadratic code comes from in reviews.
from collections import Counter


def setup(n):
    words = [f"word-{number % max(1, n // 10)}" for number in range(n)]

    def this():
        return {word: words.count(word) for word in set(words)}

    def that():
        return Counter(words)

    return this, that
