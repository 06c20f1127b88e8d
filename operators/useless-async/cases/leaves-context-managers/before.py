from contextlib import contextmanager


@contextmanager
def closing():
    return iter([1])


async def run():
    with closing():
        pass
