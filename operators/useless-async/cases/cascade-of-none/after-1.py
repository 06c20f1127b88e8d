def one():
    return 1


def two():
    return one()


async def main():
    return two(), await four()


def three():
    return two()


async def four():
    return three()
