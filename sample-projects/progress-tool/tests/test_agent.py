from unittest.mock import AsyncMock

from agent_tools import Agent


async def test_a_tool_runs_from_start_to_end(agent):
    seen = []

    async def note(tool, **details):
        seen.append((tool.name, sorted(details)))

    agent.extensions.on("tool_start", note)
    agent.extensions.on("tool_end", note)

    response = await agent.run("code_execution", code="echo hello")

    assert response.message == "hello"
    assert seen == [("code_execution", []), ("code_execution", ["response"])]
    assert agent.log.progress == "waiting for the model"


async def test_what_a_tool_says_is_metered(agent):
    await agent.run("code_execution", code="echo one two three")
    assert await agent.meter.usage() == {"code_execution": 3}


async def test_nothing_runs_without_tokens(agent):
    await agent.meter.add("before", agent.meter.limit)
    response = await agent.run("code_execution", code="echo hello")
    assert response.break_loop


async def test_requests_run_side_by_side(agent):
    responses = await agent.run_all(
        {"name": "code_execution", "code": f"echo {n}", "session": n} for n in range(3)
    )
    assert [response.message for response in responses] == ["0", "1", "2"]


async def test_others_are_told():
    agent = Agent(notifier=AsyncMock())
    await agent.run("code_execution", code="echo hello")
    agent.notifier.done.assert_called_once_with("code_execution", "hello")


async def test_a_watched_tool_gives_its_answer(agent):
    # The watchdog's patience is never tried.
    response = await agent.run_watched("code_execution", code="count 2")
    assert response.message.split() == ["1", "2"]


async def test_closing_runs():
    agent = Agent()
    await agent.run("code_execution", code="echo hello")
    await agent.close()
    assert agent.log.progress == "closed"
