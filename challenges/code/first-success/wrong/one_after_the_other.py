# caught by: Race.test_asks_all_at_the_same_time
# A loop with try and await is the natural fallback chain, and as slow as all dead mirrors together.
async def first_success(fetch, mirrors):
    errors = []
    for mirror in mirrors:
        try:
            return await fetch(mirror)
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("every mirror failed", errors)
