# caught by: Contents.test_urgent_is_asked_once
# any() says just what is meant, "the batch holds an urgent record", and asks again each time.
def batches(records, size, urgent):
    batch = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == size or any(urgent(each) for each in batch):
                full, batch = batch, []
                yield full
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
