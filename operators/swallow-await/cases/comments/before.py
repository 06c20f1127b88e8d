async def load(*args):
    return args


async def fill():
    # before
    await load()  # noqa: F401
    # between
    table = await load(
        1,  # one
        # two

        2,
    )  # type: ignore
    # behind
    return table
