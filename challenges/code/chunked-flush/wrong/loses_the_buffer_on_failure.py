# caught by: Failure.test_buffered_records_go_out_first
# The flush after the loop looks like the end of the story, but an error never gets there.
def batches(records, size, urgent):
    batch = []
    for record in records:
        batch.append(record)
        if len(batch) == size or urgent(record):
            yield batch
            batch = []
    if batch:
        yield batch
