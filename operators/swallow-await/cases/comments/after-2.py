async def load(*args):
    return args


async def fill():
    # before
    await load()  # noqa: F401
    # between
    table = None
    try:
        table = load(
            1,  # one
            # two

            2,
        )  # type: ignore
    except Exception:
        pass
    # behind
    return table
