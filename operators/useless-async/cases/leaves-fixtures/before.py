import pytest


@pytest.fixture
def server():
    return 1


async def run():
    return server()
