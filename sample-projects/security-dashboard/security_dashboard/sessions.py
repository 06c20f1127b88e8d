"""Who is there, and what they may do."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager

from .models import User


class SessionLock:
    """A session that nobody else changes while it is open."""

    def __init__(self, user: User, lock: asyncio.Lock) -> None:
        self.user = user
        self._lock = lock

    async def __aenter__(self) -> User:
        await self._lock.acquire()
        return self.user

    async def __aexit__(self, *exc: object) -> None:
        self._lock.release()


class SessionStore:
    """Sessions by their token."""

    def __init__(self) -> None:
        self._users: dict[str, User] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._revoked: set[str] = set()

    def open(self, user: User) -> str:
        token = secrets.token_hex(8)
        self._users[token] = user
        return token

    async def user(self, token: str) -> User | None:
        if await self.is_revoked(token):
            return None
        return self._users.get(token)

    async def is_revoked(self, token: str) -> bool:
        return token in self._revoked

    async def revoke(self, token: str) -> None:
        async with await self.locked(token):
            self._revoked.add(token)

    async def locked(self, token: str) -> SessionLock:
        """The session, to be entered; waits for nothing but the database that is to come."""
        await asyncio.sleep(0)
        lock = self._locks.setdefault(token, asyncio.Lock())
        return SessionLock(self._users[token], lock)

    async def may(self, user: User, action: str) -> bool:
        return action in user.roles or "admin" in user.roles

    def get_statistics(self) -> dict[str, int]:
        return {"open": len(self._users), "revoked": len(self._revoked)}

    @asynccontextmanager
    async def temporary(self, user: User):
        """A session that ends with the block."""
        token = self.open(user)
        try:
            yield token
        finally:
            await self.revoke(token)
