from helpers import prepare
from app.main import main


async def test_main():
    await prepare()  #: tests.unit.helpers.prepare coroutine static project
    await main()  #: app.main.main coroutine static project
