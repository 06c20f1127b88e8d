from agent_tools.extensions import Extensions


async def test_hooks_are_called_in_order():
    seen = []
    extensions = Extensions()

    async def first(**details):
        seen.append(("first", details))

    async def second(**details):
        seen.append(("second", details))

    extensions.on("start", first)
    extensions.on("start", second)

    assert await extensions.call("start", tool="shell") == 2
    assert seen == [("first", {"tool": "shell"}), ("second", {"tool": "shell"})]


async def test_a_failing_hook_does_not_stop_the_agent():
    extensions = Extensions()

    async def broken(**details):
        raise RuntimeError("no such thing")

    extensions.on("start", broken)

    assert await extensions.call("start") == 0


async def test_a_point_without_hooks_is_fine():
    assert await Extensions().call("nowhere") == 0
