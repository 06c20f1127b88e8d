import pytest

from irc_mesh import Message
from irc_mesh.channel import Channel


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("PING", Message("PING")),
        ("join #a", Message("JOIN", ("#a",))),
        (":ada!a@x PRIVMSG #a :hello world", Message("PRIVMSG", ("#a", "hello world"), "ada!a@x")),
        ("TOPIC #a :", Message("TOPIC", ("#a", ""))),
    ],
)
def test_a_line_is_parsed(line, message):
    assert Message.parse(line) == message
    assert Message.parse(str(message)) == message


def test_a_prefix_has_a_nick():
    assert Message.parse(":ada!a@x QUIT").nick == "ada"


def test_the_first_member_rules():
    channel = Channel("#a")
    channel.join("ada")
    channel.join("bob")
    assert channel.names() == "@ada bob"


def test_bans_and_invitations_decide_who_may_join():
    channel = Channel("#a", bans={"ev*"}, modes={"i"}, invited={"bob", "eve"})
    assert channel.admits("bob")
    assert not channel.admits("eve")
    assert not channel.admits("ada")
