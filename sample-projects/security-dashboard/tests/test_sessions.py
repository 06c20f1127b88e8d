import pytest

from security_dashboard.models import User
from security_dashboard.sessions import SessionStore

pytestmark = pytest.mark.anyio

ADA = User(name="ada", roles=frozenset({"admin"}))
BOB = User(name="bob")


async def test_a_session_knows_its_user():
    sessions = SessionStore()
    assert await sessions.user(sessions.open(ADA)) == ADA


async def test_a_revoked_session_has_no_user():
    sessions = SessionStore()
    token = sessions.open(ADA)
    await sessions.revoke(token)
    assert await sessions.user(token) is None


async def test_rights_are_a_matter_of_roles():
    sessions = SessionStore()
    assert await sessions.may(ADA, "purge")
    assert not await sessions.may(BOB, "purge")


async def test_a_temporary_session_ends():
    sessions = SessionStore()
    async with sessions.temporary(BOB) as token:
        assert await sessions.user(token) == BOB
    assert sessions.get_statistics()["revoked"] == 1
