import json


async def fetch() -> dict:
    return json.loads("{}")


async def use():
    return (await fetch())["key"]
