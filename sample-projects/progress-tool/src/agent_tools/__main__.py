"""``python -m agent_tools COMMAND``: runs one command and prints what the agent says."""

import asyncio
import sys

from .agent import Agent


async def main(command: str) -> int:
    agent = Agent()
    response = await agent.run("code_execution", code=command)
    print(response.message)
    await agent.close()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(" ".join(sys.argv[1:]))))
