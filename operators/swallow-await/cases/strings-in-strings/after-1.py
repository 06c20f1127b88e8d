async def load(*args):
    return args


async def fill(a):
    try:
        load(f"""{a["b"]}
    """ if a else f"{
        a
    }", f"\{f"{
        a
    }"}",
        )
    except Exception:
        pass
