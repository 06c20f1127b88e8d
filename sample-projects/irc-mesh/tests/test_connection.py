import pytest

from irc_mesh import Server

pytestmark = pytest.mark.asyncio


async def test_a_client_is_welcome(connect):
    client = await connect("")
    await client.say("NICK ada")
    await client.say("USER ada 0 * :Ada")
    assert await client.line() == ":alpha 001 ada :Welcome to alpha, ada"


async def test_a_nick_is_taken_once(ada, connect):
    client = await connect("")
    await client.say("NICK ada")
    assert " 433 " in await client.line()


async def test_a_nick_is_needed(connect):
    client = await connect("")
    await client.say("NICK")
    assert " 431 " in await client.line()


async def test_nobody_registers_twice(ada):
    await ada.say("USER ada 0 * :Ada")
    await ada.until(" 462 ")


async def test_a_password_is_asked_for(connect):
    server = Server("gamma", password="secret")
    server.port = await server.start()
    client = await connect("", server)
    await client.say("PASS secret")
    await client.register("ada")
    wrong = await connect("", server)
    await wrong.say("PASS guess")
    await wrong.say("NICK eve")
    await wrong.say("USER eve 0 * :Eve")
    await wrong.until(" 464 ")
    await server.stop()


async def test_a_ping_is_answered(ada):
    await ada.say("PING 42")
    assert await ada.line() == ":alpha PONG alpha 42"


async def test_an_unknown_command_is_named(ada):
    await ada.say("DANCE")
    assert " 421 ada DANCE " in await ada.line()


async def test_a_nick_changes(ada, server):
    await ada.say("NICK countess")
    await ada.until("NICK countess")
    assert "countess" in server.clients


async def test_who_quits_is_gone(ada, server):
    await ada.say("QUIT :bye")
    assert await ada.line() == ""
    assert "ada" not in server.clients


async def test_capabilities_are_listed(connect):
    client = await connect("")
    await client.say("CAP LS 302")
    assert (await client.line()).startswith(":alpha CAP * LS")


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("MOTD", " 376 "),
        ("LUSERS", "There are 1 users"),
        ("VERSION", " 351 "),
        ("TIME", " 391 "),
        ("INFO", " 374 "),
        ("ADMIN", " 256 "),
        ("ISON ada bob", " 303 ada ada"),
        ("USERHOST ada", " 302 ada ada=+ada"),
        ("LINKS", " 365 "),
        ("MODE ada", " 221 "),
        ("STATS", "clients 1"),
        ("MAP", " 017 "),
        ("REHASH", " 481 "),
        ("AWAY :lunch", " 306 "),
        ("AWAY", " 305 "),
        ("WHOIS ada", " 311 ada ada ada alpha * :Ada Example"),
        ("WHOIS nobody", " 401 "),
        ("PART #nowhere", " 403 "),
        ("JOIN nowhere", " 403 "),
    ],
)
async def test_a_question_is_answered(ada, command, reply):
    await ada.say(command)
    await ada.until(reply)


async def test_an_operator_may_kill(ada, bob, server):
    server.operators["root"] = "toor"
    await ada.say("OPER root toor")
    await ada.until(" 381 ")
    await ada.say("KILL bob")
    await ada.synchronise()
    assert "bob" not in server.clients


async def test_a_wrong_password_makes_no_operator(ada, server):
    server.operators["root"] = "toor"
    await ada.say("OPER root wrong")
    await ada.until(" 464 ")


async def test_only_operators_may_kill(ada, bob, server):
    await ada.say("KILL bob")
    await ada.until(" 481 ")
    assert "bob" in server.clients
