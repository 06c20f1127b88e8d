import functools


def logged(function):
    @functools.wraps(function)
    async def logging(*arguments):
        result = await function(*arguments)
        print(result["key"])
        return result

    return logging


@logged
async def fetch() -> dict[str, int]:
    return {"key": 1}


async def use():
    return (await fetch())["key"]
