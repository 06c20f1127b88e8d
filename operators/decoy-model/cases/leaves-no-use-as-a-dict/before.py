async def fetch() -> dict[str, int]:
    return {"key": 1}


async def pass_on(log):
    log(await fetch())
    await fetch()
    return await fetch()