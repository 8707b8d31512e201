# caught by: Contents.test_no_empty_batch
# The rest is yielded unseen; an example with an uneven number of records does not show it.
def batches(records, size, urgent):
    batch = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == size or urgent(record):
                full, batch = batch, []
                yield full
    except Exception:
        if batch:
            yield batch
        raise
    yield batch
