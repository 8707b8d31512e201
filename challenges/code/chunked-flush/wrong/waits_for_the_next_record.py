# caught by: Lazy.test_alarm_goes_out_at_once
# "Is there room for this record?" at the top of the loop makes a complete batch wait for it.
def batches(records, size, urgent):
    batch = []
    complete = False
    try:
        for record in records:
            if complete:
                full, batch = batch, []
                yield full
            batch.append(record)
            complete = len(batch) == size or urgent(record)
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
