from app import Store, run


class Fake(Store):
    def load(self):
        return 2


async def test_run():
    assert await run(Fake()) == 2
