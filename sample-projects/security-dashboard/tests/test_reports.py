import pytest

from security_dashboard import Severity, reports
from security_dashboard.devices import CacheService, DeviceService
from security_dashboard.sessions import SessionStore

pytestmark = pytest.mark.anyio


async def test_a_headline_counts(manager):
    await manager.publish("login")
    assert await reports.headline(manager) == "1 events"


async def test_a_digest_has_the_statistics(manager):
    digest = await reports.digest(manager)
    assert digest["total"] == 0
    assert digest["title"] == "0 events"
    assert digest["fields"] == ["listeners", "total", "uptime"]


async def test_an_overview_has_everything(manager):
    # Weak: looks at the names only.
    overview = await reports.overview(manager, DeviceService(), CacheService(), SessionStore())
    assert sorted(overview) == ["alerts", "cache", "devices", "events", "sessions"]


async def test_queries_are_not_slow(manager):
    # Weak: "not" is the answer to everything that fails.
    assert not await reports.slow(manager, limit_ms=1e9)


async def test_an_export_has_a_line_for_each_event(manager):
    await manager.publish("login")
    await manager.publish("alarm", Severity.CRITICAL)
    assert await reports.export(manager) == "2 events\n1 info login\n2 critical alarm"


def test_devices_are_counted():
    devices = DeviceService()
    devices.seen("door")
    devices.seen("window", online=False)
    assert devices.get_statistics() == {"total": 2, "online": 1}


def test_hits_are_counted():
    cache = CacheService()
    cache.put("a", 1)
    assert (cache.get("a"), cache.get("b")) == (1, None)
    assert cache.get_statistics() == {"hits": 1, "misses": 1}
