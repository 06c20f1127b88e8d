def used():
    return 1


def through():
    return used()


async def run():
    return used()
