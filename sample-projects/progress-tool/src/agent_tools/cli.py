"""``agent-tools COMMAND``: runs one command and prints what the agent says."""

from __future__ import annotations

import asyncio
import sys

from .agent import Agent


async def run(command: str) -> int:
    agent = Agent()
    response = await agent.run("code_execution", code=command)
    print(response.message)
    await agent.close()
    return 0


def main() -> int:
    return asyncio.run(run(" ".join(sys.argv[1:])))


if __name__ == "__main__":
    sys.exit(main())
