import pytest

from agent_tools import Agent


@pytest.fixture
async def agent():
    agent = Agent()
    yield agent
    await agent.close()
