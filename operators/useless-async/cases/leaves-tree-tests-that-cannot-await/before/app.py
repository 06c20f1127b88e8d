def one():
    return 1


def two():
    return 2


def three():
    return 3


class Box:
    def size(self):
        return 1


async def run(box: Box):
    return one(), two(), three(), box.size()
