def later(function):
    return function


async def fetch() -> dict[str, int]:
    result = {"key": 1}

    def change():
        result["key"] = 2

    later(change)
    return result


async def use():
    return (await fetch())["key"]
