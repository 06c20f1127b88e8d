from app import through, used


async def test_used():
    assert used() == 1
    assert through() == 1
