from latin import messen


async def höhe() -> int:
    maße = await messen()
    return maße["höhe"]  # größer
