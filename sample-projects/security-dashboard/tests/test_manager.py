from unittest.mock import AsyncMock

import pytest

from security_dashboard import SecurityEventManager, Severity
from security_dashboard.alerts import AlertService, MemoryChannel
from security_dashboard.models import SecurityEvent

pytestmark = pytest.mark.anyio

ALARM = SecurityEvent(kind="alarm", severity=Severity.CRITICAL, source="door")


async def test_a_published_event_has_a_number(manager):
    event = await manager.publish("login", source="door")
    assert (event.id, event.kind, event.source) == (1, "login", "door")


async def test_listeners_hear_of_events(manager):
    listener = AsyncMock()
    manager.listeners.append(listener)
    event = await manager.publish("login")
    # Weak: a call that nobody awaits is a call as well.
    listener.assert_called_once_with(event)


async def test_critical_events_raise_an_alert():
    channel = MemoryChannel()
    manager = SecurityEventManager(channel=channel)
    await manager.publish("alarm", Severity.CRITICAL, "door")
    await manager.publish("login")
    assert channel.sent == [("alarm", "alarm from door")]


async def test_statistics_name_the_listeners(manager):
    await manager.publish("login")
    statistics = await manager.get_statistics()
    assert statistics["total"] == 1
    assert statistics["listeners"] == 0


async def test_stats_count_by_severity(manager):
    await manager.publish("login")
    await manager.publish("alarm", Severity.CRITICAL)
    stats = await manager.get_event_stats()
    assert stats.total == 2
    assert stats.by_severity == {"info": 1, "critical": 1}


async def test_noise_is_a_matter_of_the_threshold(manager):
    await manager.publish("login")
    assert await manager.is_noisy(threshold=0)
    assert not await manager.is_noisy(threshold=1)


async def test_a_failing_channel_is_counted():
    channel = AsyncMock()
    channel.send.side_effect = OSError("no network")
    alerts = AlertService(channel)
    assert not await alerts.raise_alert(ALARM)
    assert alerts.get_statistics() == {"failures": 1}


async def test_a_closed_channel_tells_nobody():
    channel = MemoryChannel()
    await channel.aclose()
    alerts = AlertService(channel)
    assert not await alerts.raise_alert(ALARM)


async def test_acknowledging_tells_who_it_was():
    channel = AsyncMock()
    await AlertService(channel).acknowledge(ALARM, "ada")
    # Weak, as above.
    channel.send.assert_called_once_with("alarm acknowledged", "by ada")


async def test_escalating_is_awaited():
    channel = AsyncMock()
    await AlertService(channel).escalate(ALARM)
    channel.send.assert_awaited_once()
