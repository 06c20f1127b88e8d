from latin import messen


async def höhe() -> int:
    maße = messen()
    return maße["höhe"]  # größer
