# caught by: Failure.test_caller_stops
# "Whatever happens, flush the rest" is a finally, which then answers close() with a batch, too.
def batches(records, size, urgent):
    batch = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == size or urgent(record):
                yield batch
                batch = []
    finally:
        if batch:
            yield batch
