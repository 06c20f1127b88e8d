from ..core import connect
from .. import exported
from ...app.core import Core
from . import two
from .two import ping as pong


async def start():
    await connect()  #: app.core.connect coroutine static project
    await exported()  #: app.star.exported coroutine static project
    await Core().run()  #: app.core.Core.run coroutine static project
    await two.ping()  #: app.plugins.two.ping coroutine static project
    await pong()  #: app.plugins.two.ping coroutine static project
