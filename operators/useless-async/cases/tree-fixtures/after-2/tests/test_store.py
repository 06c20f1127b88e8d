async def test_what_is_added_counts(service, store):
    await service.add("a", 1)
    assert await store.size() == 1


async def test_what_was_there_counts(filled):
    filled.put("second", 2)
    assert await filled.size() == 2


def test_an_empty_store_has_no_size(store):
    assert store.size() == 0
