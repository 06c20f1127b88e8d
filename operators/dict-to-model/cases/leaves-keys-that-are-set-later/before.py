async def fetch(names):
    result = {"key": 1}
    result[names] = 2
    return result


async def use():
    return (await fetch())["key"]
