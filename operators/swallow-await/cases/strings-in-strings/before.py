async def load(*args):
    return args


async def fill(a):
    await load(f"""{a["b"]}
    """ if a else f"{
        a
    }", f"\{f"{
        a
    }"}",
    )
