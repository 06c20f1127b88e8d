async def load(*args):
    return args


async def fill():
    # before
    try:
        load()  # noqa: F401
    except Exception:
        pass
    # between
    table = await load(
        1,  # one
        # two

        2,
    )  # type: ignore
    # behind
    return table
