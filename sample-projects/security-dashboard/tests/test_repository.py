import pytest

from security_dashboard.models import SecurityEvent, Severity
from security_dashboard.repository import EventRepository

pytestmark = pytest.mark.anyio


@pytest.fixture
async def repository():
    repository = EventRepository()
    for kind in ("login", "logout", "intrusion"):
        await repository.add(SecurityEvent(kind=kind, source="door"))
    yield repository
    await repository.close()


async def test_recent_events_come_newest_first(repository):
    assert [event.kind for event in await repository.recent(2)] == ["intrusion", "logout"]


async def test_an_event_is_found_by_its_number(repository):
    assert (await repository.find(2)).kind == "logout"


async def test_no_event_is_found_where_there_is_none(repository):
    assert await repository.find(99) is None


async def test_events_are_counted(repository):
    assert await repository.count() == 3
    await repository.add(SecurityEvent(kind="alarm", severity=Severity.CRITICAL))
    assert await repository.count_by_severity() == {"info": 3, "critical": 1}


async def test_purging_keeps_the_newest(repository):
    assert await repository.purge(keep=1) == 2
    assert [event.kind for event in await repository.recent(5)] == ["intrusion"]


async def test_all_events_come_in_order(repository):
    assert [event.kind async for event in repository.all()] == ["login", "logout", "intrusion"]


async def test_performance_has_its_fields(repository):
    assert set(await repository.performance()) == {"queries", "average_ms"}
