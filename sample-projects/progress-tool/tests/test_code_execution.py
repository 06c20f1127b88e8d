import asyncio

import pytest

from agent_tools import CodeExecutionTool
from agent_tools.agent import Intervention
from agent_tools.code_execution import truncated


def code_execution(agent, **args):
    return CodeExecutionTool(agent, "code_execution", args)


def test_short_output_stays_as_it_is():
    assert truncated("abc", longest=3) == "abc"


def test_long_output_keeps_its_end():
    assert truncated("abcdef", longest=3) == "[…]def"


async def test_the_output_of_a_command_is_the_answer(agent):
    response = await code_execution(agent, code="echo hello").execute()
    assert response.message == "hello"


async def test_output_is_polled_until_the_command_ends(agent):
    response = await code_execution(agent, code="count 4").execute()
    assert response.message.split() == ["1", "2", "3", "4"]


async def test_the_log_shows_the_output_as_it_comes(agent):
    # Looks at the log, never at the progress of the tool itself.
    tool = code_execution(agent, code="count 3")
    await tool.execute()
    assert tool.log.updates >= 1
    assert tool.log.content.endswith("3")


async def test_polling_ends_at_its_deadline(agent):
    response = await code_execution(agent, code="wait 60", seconds=0.02).execute()
    assert response.message.endswith("[still running]")


async def test_a_person_can_step_in(agent):
    agent.intervention = "stop"
    with pytest.raises(Intervention, match="stop"):
        await code_execution(agent, code="count 1000").execute()
    assert agent.intervention is None


async def test_a_session_keeps_its_screen(agent):
    await code_execution(agent, code="echo one").execute()
    await code_execution(agent, code="echo two").execute()
    response = await code_execution(agent, runtime="output").execute()
    assert response.message == "one\ntwo"


async def test_sessions_are_apart(agent):
    await code_execution(agent, code="echo one", session=1).execute()
    response = await code_execution(agent, code="echo two", session=2).execute()
    assert response.message == "two"


async def test_a_busy_session_is_left_alone(agent):
    tool = code_execution(agent, code="wait 60")
    running = asyncio.create_task(tool.execute())
    for _ in range(200):
        if 0 in agent.shells and agent.shells[0].busy:
            break
        await asyncio.sleep(0.001)
    agent.shells[0].write("halfway")

    other = code_execution(agent, code="echo no")
    response = await other.execute()

    assert response.message == "halfway\n[still running]"
    assert other.log.heading == "Session 0 is busy"
    running.cancel()


async def test_an_unknown_runtime_is_named(agent):
    response = await code_execution(agent, runtime="cobol").execute()
    assert "cobol" in response.message


async def test_shells_work_here(agent):
    assert await code_execution(agent).works()
