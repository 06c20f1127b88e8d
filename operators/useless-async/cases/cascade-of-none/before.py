def one():
    return 1


def two():
    return one()


async def main():
    return two(), four()


def three():
    return two()


def four():
    return three()
