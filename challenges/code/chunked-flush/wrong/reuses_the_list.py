# caught by: Contents.test_batches_are_independent
# clear() reads well and saves an allocation, but the caller holds the very same list.
def batches(records, size, urgent):
    batch = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == size or urgent(record):
                yield batch
                batch.clear()
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
