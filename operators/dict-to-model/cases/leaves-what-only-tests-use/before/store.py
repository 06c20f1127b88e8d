async def fetch() -> dict[str, int]:
    return {"key": 1}
