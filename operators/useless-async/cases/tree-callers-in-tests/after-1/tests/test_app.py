import pytest
from app import Counter
from helper import counted


@pytest.fixture
def five():
    counter = Counter()
    counter.add(5)
    return counter


class TestCounter:
    def test_add(self):
        assert Counter().add(1) == 1

    async def test_twice(self):
        counter = Counter()
        assert await counter.twice(2) == 4
        assert await counter.add(1) == 5


def test_five(five):
    assert five.n == 5


@pytest.fixture(name="bench")
def make_bench():
    return Bench()


class Bench:
    def __init__(self):
        self.counter = counted()


async def test_bench(bench):
    assert bench.counter.n == 1


async def test_helped():
    assert counted().n == 1


def test_inside():
    def add():
        return Counter().add(1)

    assert add() == 1


def test_nothing():
    assert Counter().n == 0
