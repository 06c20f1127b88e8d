import shared.tools
from shared import tools
from space.one import first
from space.two import second
import app.helper


async def main():
    await shared.tools.run()  #: shared.tools.run coroutine static project
    await tools.run()  #: shared.tools.run coroutine static project
    await first()  #: space.one.first coroutine static project
    await second()  #: space.two.second coroutine static project
    await app.helper.go()  #: app.helper.go coroutine static project
