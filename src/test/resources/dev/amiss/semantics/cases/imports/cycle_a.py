from cycle_b import value
from cycle_b import real


async def run():
    await value()  #: unknown
    await real()  #: cycle_b.real coroutine static project
