# title: A key that is missing
# this: try: prices[sku], except KeyError
# that: prices.get(sku)
# sizes: 100, 10000
# question: Most of the keys that you look up are missing. How many times the work of `get` is catching the KeyError?
# why: Trying costs nothing while the key is there; a miss makes an exception, unwinds to the handler and throws it away. Size plays no part. When misses are the rule ask with `get`, when they are the exception let them raise.


def setup(n):
    prices = {f"sku-{number}": number for number in range(n)}

    def this():
        try:
            return prices["sku-none"]
        except KeyError:
            return None

    def that():
        return prices.get("sku-none")

    return this, that
