from agent_tools.meter import Meter


async def test_tokens_add_up():
    meter = Meter()
    await meter.add("shell", 3)
    await meter.add("shell", 4)
    await meter.add("search", 1)
    assert await meter.usage() == {"shell": 7, "search": 1}
    assert await meter.total() == 8


async def test_the_limit_is_reached():
    meter = Meter(limit=5)
    assert not await meter.exhausted()
    await meter.add("shell", 5)
    assert await meter.exhausted()


async def test_the_line_names_total_and_limit():
    meter = Meter(limit=10)
    await meter.add("shell", 3)
    assert await meter.line() == "3 of 10 tokens"


async def test_the_report_has_its_fields():
    # Weak: the zeros which stand for a failure have these fields too.
    report = await Meter().report()
    assert set(report) == {"tokens", "kinds"}
    assert report["tokens"] == 0
