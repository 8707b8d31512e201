# caught by: Lazy.test_full_batch_goes_out_at_once
# Slicing needs a list, so the stream is turned into one; an endless stream never gets that far.
def batches(records, size, urgent):
    records = list(records)
    start = 0
    for index, record in enumerate(records):
        if index - start + 1 == size or urgent(record):
            yield records[start : index + 1]
            start = index + 1
    if start < len(records):
        yield records[start:]
