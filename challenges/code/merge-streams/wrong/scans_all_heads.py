# caught by: Cost.test_many_streams
# min() over the heads needs no heap and no tuple tricks, and looks at every stream for every pair.
def merge(*streams):
    iterators = [iter(stream) for stream in streams]
    heads = {}
    try:
        for number, iterator in enumerate(iterators):
            for pair in iterator:
                heads[number] = pair
                break
        while heads:
            number = min(heads, key=lambda each: (heads[each][0], each))
            yield heads[number]
            for pair in iterators[number]:
                heads[number] = pair
                break
            else:
                del heads[number]
    finally:
        for iterator in iterators:
            if hasattr(iterator, "close"):
                iterator.close()
