class Memory:
    async def save(self, item: int) -> None:
        """Forgets it."""


class Disk:
    async def save(self, item: int) -> None:
        print(item)
