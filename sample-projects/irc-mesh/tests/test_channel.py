import pytest

pytestmark = pytest.mark.asyncio


async def test_members_see_who_joins(ada, bob):
    await ada.join("#a")
    await bob.join("#a")
    assert await ada.until("JOIN") == ":bob!bob@alpha JOIN #a"


async def test_members_hear_each_other(ada, bob):
    await ada.join("#a")
    await bob.join("#a")
    await bob.say("PRIVMSG #a :hello there")
    assert await ada.until("PRIVMSG") == ":bob!bob@alpha PRIVMSG #a :hello there"


async def test_nobody_hears_themselves(ada):
    await ada.join("#a")
    await ada.say("PRIVMSG #a :hello")
    await ada.say("PING 1")
    assert "PONG" in await ada.line()


async def test_a_topic_is_told(ada, bob):
    await ada.join("#a")
    await bob.join("#a")
    await ada.say("TOPIC #a :cats and dogs")
    assert await bob.until("TOPIC") == ":ada!ada@alpha TOPIC #a :cats and dogs"
    await bob.say("TOPIC #a")
    await bob.until(" 332 ", "cats and dogs")


async def test_who_leaves_is_not_listed(ada, bob):
    await ada.join("#a")
    await bob.join("#a")
    await bob.say("PART #a")
    await ada.until("PART")
    await ada.say("NAMES #a")
    assert (await ada.until(" 353 ")).endswith(" @ada")


async def test_channels_are_listed(ada):
    await ada.join("#a")
    await ada.say("LIST")
    await ada.until(" 322 ", "#a 1")


async def test_who_lists_members(ada):
    await ada.join("#a")
    await ada.say("WHO #a")
    await ada.until(" 352 ", "#a ada")


async def test_a_closed_channel_needs_an_invitation(ada, bob):
    await ada.join("#a")
    await ada.say("MODE #a +i")
    await ada.until("MODE")
    await bob.say("JOIN #a")
    await bob.until(" 473 ")
    await ada.say("INVITE bob #a")
    await bob.until("INVITE")
    await bob.join("#a")


async def test_only_operators_change_modes(ada, bob):
    await ada.join("#a")
    await bob.join("#a")
    await bob.say("MODE #a +i")
    await bob.until(" 482 ")


async def test_who_is_kicked_is_gone(ada, bob, server):
    await ada.join("#a")
    await bob.join("#a")
    await ada.say("KICK #a bob")
    await ada.synchronise()
    # Nobody looks whether bob was told.
    assert server.channels["#a"].members == {"ada"}


async def test_a_private_message_arrives(ada, bob):
    await ada.say("PRIVMSG bob :psst")
    assert await bob.until("PRIVMSG") == ":ada!ada@alpha PRIVMSG bob psst"


async def test_nobody_is_not_there(ada):
    await ada.say("PRIVMSG nobody :hello")
    await ada.until(" 401 ")


async def test_a_notice_runs(ada, bob):
    # Weak: nobody looks whether it arrives.
    await ada.say("NOTICE bob :hello")
    await ada.synchronise()


async def test_quitting_is_told(ada, bob):
    await ada.join("#a")
    await bob.join("#a")
    await bob.say("QUIT :bye")
    assert await ada.until("QUIT") == ":bob!bob@alpha QUIT bye"
