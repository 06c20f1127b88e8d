async def load(*args):
    return args


async def fill(a):
    if a: await load(1)
    elif not a: await load(2)  # two
    else:
        try:
            load(3)
        except Exception:
            pass
        print(3)
    for b in a: print(b); await load(b); print(b)
    else: await load(4)
    while a: print(a); x = await load(5); break
    try: await load(6)
    except ValueError: await load(7)
    finally: await load(8)
    with a: print(x); await load(9)
    async with (
        a
    ): await load(10)


async def short(): await load(11); return 1
class Short:
    async def method(self): await load(12)
