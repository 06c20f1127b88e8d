class Ticket:
    def __await__(self):
        yield self
        return 1


class Special(Ticket):
    pass


def ticket() -> Ticket:
    return Special()


async def main():
    await Ticket()
    await Special()
    await ticket()
