import asyncio

import pytest

from security_dashboard.collector import Collector

pytestmark = pytest.mark.anyio


async def door():
    return ["opened", "closed"]


async def broken():
    raise OSError("no such device")


async def test_what_sources_find_is_published(manager):
    collector = Collector(manager)
    collector.sources["door"] = door
    assert await collector.collect() == 2
    assert [event.kind for event in await manager.get_recent_events()] == ["closed", "opened"]


async def test_a_source_that_fails_is_skipped(manager):
    collector = Collector(manager)
    collector.sources.update(broken=broken, door=door)
    assert await collector.collect() == 2


async def test_collecting_goes_on_until_it_is_stopped(manager):
    collector = Collector(manager, interval=0.001)
    running = asyncio.create_task(collector.run())
    for _ in range(200):
        await asyncio.sleep(0.001)
        if collector.rounds > 1:
            break
    collector.stop()
    await asyncio.wait_for(running, 1)
    assert collector.rounds > 1
