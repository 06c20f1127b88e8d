def read(path):
    return path


async def load(path):
    return read(path).upper()


async def start(path):
    return await load(path) + await load(path)


async def main():
    print(await start("a"))
