import pytest

from irc_mesh import Bot, Server


@pytest.mark.asyncio
async def test_a_bot_answers_in_its_channel(server, ada):
    server.add_bot("helper", "#a")
    await ada.join("#a")
    await ada.say("PRIVMSG #a :!echo hello")
    assert await ada.until("PRIVMSG") == ":helper PRIVMSG #a hello"


@pytest.mark.asyncio
async def test_a_bot_that_fails_disturbs_nobody(server, ada):
    bot = server.add_bot("helper", "#a")
    bot.hear = None
    await ada.join("#a")
    await ada.say("PRIVMSG #a :!echo hello")
    await ada.synchronise()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("command", "argument", "answer"),
    [
        ("echo", "hello", "hello"),
        ("upper", "hello", "HELLO"),
        ("recall", "cats", "I know nothing of that"),
        ("last", "ada", "never seen"),
        ("count", "", "asked 1 times"),
        ("users", "", "0 users"),
        ("where", "ada", "nowhere"),
        ("dance", "", "there is no dance"),
    ],
)
async def test_a_command_has_an_answer(command, argument, answer):
    assert await Bot(Server("alpha"), "helper").answer(command, argument) == answer


@pytest.mark.asyncio
async def test_notes_are_kept():
    bot = Bot(Server("alpha"), "helper")
    assert await bot.answer("note", "cats they purr") == "noted cats"
    assert await bot.answer("recall", "cats") == "they purr"


@pytest.mark.asyncio
async def test_later_runs():
    # Weak: any answer would do.
    assert await Bot(Server("alpha"), "helper").answer("later", "hello")


def test_help_names_every_command():
    # Calls the handler itself, as nobody else does.
    assert "echo" in Bot(Server("alpha"), "helper").help("").split()
