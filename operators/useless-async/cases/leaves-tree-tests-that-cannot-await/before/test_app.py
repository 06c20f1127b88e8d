import pytest
from app import one, three, two


@pytest.mark.parametrize("n", [one()])
async def test_one(n):
    assert n == 1


async def test_two():
    def check():
        return two()

    assert check() == 2


async def test_three():
    assert all(three() for n in [1])


async def test_box(box):
    assert box.size() == 1
