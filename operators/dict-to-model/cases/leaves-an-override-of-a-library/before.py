from http.server import BaseHTTPRequestHandler
from unknown import Base


class Handler(Base):
    async def load(self) -> dict[str, int]:
        return {"key": 1}

    async def use(self):
        return (await self.load())["key"]