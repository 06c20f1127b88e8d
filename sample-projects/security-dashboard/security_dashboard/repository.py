"""Events in an SQLite database, which works in a thread of its own."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from typing import Any

from .models import SecurityEvent

SCHEMA = """
create table if not exists event (
    id integer primary key, kind text, severity text, source text
)
"""


class EventRepository:
    """The lowest layer: one method for each query."""

    def __init__(self, path: str = ":memory:") -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.execute(SCHEMA)
        self._queries = 0
        self._seconds = 0.0

    async def add(self, event: SecurityEvent) -> int:
        sql = "insert into event (kind, severity, source) values (?, ?, ?)"
        values = (event.kind, event.severity.value, event.source)
        return await self._insert(sql, values)

    async def recent(self, limit: int) -> list[SecurityEvent]:
        sql = "select id, kind, severity, source from event order by id desc limit ?"
        return [self._event(row) for row in await self._query(sql, limit)]

    async def find(self, number: int) -> SecurityEvent | None:
        sql = "select id, kind, severity, source from event where id = ?"
        rows = await self._query(sql, number)
        return self._event(rows[0]) if rows else None

    async def count(self) -> int:
        return (await self._query("select count(*) from event"))[0][0]

    async def count_by_severity(self) -> dict[str, int]:
        sql = "select severity, count(*) from event group by severity"
        return {severity: count for severity, count in await self._query(sql)}

    async def extremes(self) -> tuple[int, int]:
        """The lowest and the highest id; zeros where there is no event."""
        [row] = await self._query("select coalesce(min(id), 0), coalesce(max(id), 0) from event")
        return row

    async def performance(self) -> dict[str, float]:
        average = self._seconds / self._queries if self._queries else 0.0
        await asyncio.sleep(0)
        return {"queries": self._queries, "average_ms": 1000 * average}

    async def all(self) -> AsyncIterator[SecurityEvent]:
        """Every event, loaded one by one."""
        first, last = await self.extremes()
        for number in range(first, last + 1):
            if await self.exists(number):
                yield await self.find(number)

    async def exists(self, number: int) -> bool:
        return bool(await self._query("select 1 from event where id = ?", number))

    async def purge(self, keep: int) -> int:
        """Forgets all but the newest events; how many that were."""
        before = await self.count()
        sql = "delete from event where id not in (select id from event order by id desc limit ?)"
        await self._query(sql, keep)
        return before - await self.count()

    async def close(self) -> None:
        await asyncio.to_thread(self._connection.close)

    async def _query(self, sql: str, *values: Any) -> list[Any]:
        begin = time.perf_counter()
        loop = asyncio.get_running_loop()
        rows = await loop.run_in_executor(None, self._fetch, sql, values)
        self._queries += 1
        self._seconds += time.perf_counter() - begin
        return rows

    async def _insert(self, sql: str, values: tuple[Any, ...]) -> int:
        cursor = await asyncio.to_thread(self._connection.execute, sql, values)
        self._connection.commit()
        return cursor.lastrowid

    def _fetch(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        with self._connection:
            return self._connection.execute(sql, values).fetchall()

    @staticmethod
    def _event(row: tuple[int, str, str, str]) -> SecurityEvent:
        number, kind, severity, source = row
        return SecurityEvent(id=number, kind=kind, severity=severity, source=source)
