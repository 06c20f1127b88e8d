async def fetch() -> dict[str, int]:
    return {"key": 1}


async def ignoring():
    return (await fetch())["key"]  # amiss: ignore[dict-to-model] not today