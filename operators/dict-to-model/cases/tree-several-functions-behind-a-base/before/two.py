from base import Base


class Two(Base):
    async def load(self) -> dict[str, int]:
        return {"size": 2}
