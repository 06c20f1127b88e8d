import asyncio

from agent_tools.shell import ShellSession


async def until_idle(shell):
    while shell.busy:
        await asyncio.sleep(0.001)


async def test_a_command_writes_to_the_screen():
    shell = await ShellSession.connect()
    await shell.send_command("echo hello world")
    await until_idle(shell)
    assert await shell.read_output() == ("hello world", "hello world")


async def test_only_what_is_new_is_partial():
    shell = await ShellSession.connect()
    shell.write("one")
    await shell.read_output()
    shell.write("two")
    assert await shell.read_output() == ("one\ntwo", "two")


async def test_an_unknown_command_says_so():
    shell = await ShellSession.connect()
    await shell.send_command("frobnicate")
    assert "command not found" in (await shell.read_output())[0]


async def test_closing_stops_the_command():
    shell = await ShellSession.connect()
    await shell.send_command("wait 60")
    await shell.aclose()
    assert not shell.busy


async def test_a_second_command_can_follow():
    # Only runs: nothing is said about the order of the two.
    shell = await ShellSession.connect()
    await shell.send_command("echo one")
    await shell.send_command("echo two")
    await until_idle(shell)
