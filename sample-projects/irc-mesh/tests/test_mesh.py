import asyncio

import pytest

from irc_mesh import Server

pytestmark = pytest.mark.asyncio


async def eventually(condition):
    for _ in range(200):
        if condition():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never happened")


async def test_servers_know_each_other(server, other):
    await eventually(lambda: "beta" in server.links)
    assert "alpha" in other.links


async def test_users_are_introduced(server, ada, other):
    await eventually(lambda: "ada" in other.links["alpha"].nicks)


async def test_channels_span_servers(server, other, connect):
    ada = await connect("ada")
    carl = await connect("carl", other)
    await ada.join("#a")
    await eventually(lambda: "#a" in other.channels)
    await carl.join("#a")
    await ada.until("JOIN", "carl")
    await carl.say("PRIVMSG #a :hello from afar")
    assert (await ada.until("PRIVMSG")).endswith(":hello from afar")


async def test_private_messages_span_servers(server, other, connect):
    ada = await connect("ada")
    carl = await connect("carl", other)
    await eventually(lambda: server.is_taken("carl"))
    await ada.say("PRIVMSG carl :psst")
    await carl.until("PRIVMSG", "psst")


async def test_somebody_elsewhere_is_found(server, other, connect):
    ada = await connect("ada")
    await connect("carl", other)
    await eventually(lambda: server.is_taken("carl"))
    await ada.say("WHOIS carl")
    await ada.until(" 311 ", "carl")


async def test_the_map_counts(server, other, connect):
    ada = await connect("ada")
    await connect("carl", other)
    await eventually(lambda: server.is_taken("carl"))
    await ada.say("MAP")
    await ada.until("beta [1 users]")


async def test_who_quits_elsewhere_is_gone(server, other, connect):
    carl = await connect("carl", other)
    await eventually(lambda: server.is_taken("carl"))
    await carl.say("QUIT")
    await eventually(lambda: not server.is_taken("carl"))


async def test_topics_span_servers(server, other, connect):
    ada = await connect("ada")
    await ada.join("#a")
    await ada.say("TOPIC #a :cats")
    await eventually(lambda: "#a" in other.channels and other.channels["#a"].topic == "cats")


async def test_a_lost_server_takes_its_users_along(server, connect):
    other = Server("beta")
    other.port = await other.start()
    await other.link("127.0.0.1", server.port)
    await connect("carl", other)
    await eventually(lambda: server.is_taken("carl"))
    await other.stop()
    await eventually(lambda: not server.is_taken("carl"))
