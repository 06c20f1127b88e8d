class Source:
    async def fetch(self) -> dict[str, int]:
        return {"key": 1}


class Other(Source):
    async def fetch(self) -> dict[str, int]:
        return {"key": 2}


async def use(source: Source):
    return (await source.fetch())["key"]
