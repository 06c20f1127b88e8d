from a import f


async def main():
    await f()
