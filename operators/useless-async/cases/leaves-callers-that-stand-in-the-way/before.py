def a():
    return 1


def b():
    return 1


def c():
    return 1


def d():
    return 1


def e():
    return 1


class Box:
    def __init__(self):
        self.number = a()

    @property
    def size(self):
        return b()

    def sizes(self):
        yield c()

    async def run(self):
        return self.size, list(self.sizes()), a(), b(), c(), d(), e()


def callback(task):
    d()


async def run(task):
    task.add_done_callback(callback)
    callback(task)


def main():
    e()


if __name__ == "__main__":
    main()
