def read(path):
    return path


def load(path):
    return read(path).upper()


async def start(path):
    return load(path) + load(path)


async def main():
    print(await start("a"))
