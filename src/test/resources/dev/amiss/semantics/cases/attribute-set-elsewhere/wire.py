from unittest.mock import AsyncMock, Mock

from tools import Agent, CodeTool


def wire():
    agent = Agent()
    agent.faked = CodeTool()
    return agent


def fake(agent: Agent):
    agent.faked = AsyncMock()
    agent.faked = Mock()
