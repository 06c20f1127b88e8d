import pytest
from store import Service, Store


@pytest.fixture
def store():
    return Store()


@pytest.fixture
async def filled(store):
    await store.put("first", 1)
    yield store


@pytest.fixture
def service(store):
    return Service(store)
