from tools import Agent, CodeTool, Log


def start(agent: Agent):
    agent.tool = CodeTool()
    agent.mixed = CodeTool()


def restart(agent):
    agent.mixed = Log()


async def report(agent: Agent, log: Log):
    await agent.tool.set_progress("x")  #: tools.Tool.set_progress coroutine static project
    agent.tool.add_progress("x")  #: tools.Tool.add_progress value static project
    log.set_progress("x")  #: tools.Log.set_progress value static project
    await agent.mixed.set_progress("x")  #: unknown
    await agent.faked.set_progress("x")  #: tools.Tool.set_progress coroutine static project
    await agent.never.set_progress("x")  #: unknown
