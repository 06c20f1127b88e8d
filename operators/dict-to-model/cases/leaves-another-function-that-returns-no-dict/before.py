class Memory:
    async def load(self) -> dict[str, int]:
        return {"key": 1}


class Disk:
    async def load(self):
        return [1]


async def use(wanted):
    store = Memory() if wanted else Disk()
    return (await store.load())["key"]