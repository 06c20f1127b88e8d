def read(path):
    return path


def load(path):
    return read(path).upper()


def start(path):
    return load(path) + load(path)


async def main():
    print(start("a"))
