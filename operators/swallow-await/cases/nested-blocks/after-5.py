async def load(*args):
    return args


class Box:
    async def fill(self, a):
        try:
            if a:
                await load(a)
            else:
                await load(1)
        except ValueError:
            await load(2)
        finally:
            await load(3)
        async with a:
            async for b in a:
                try:
                    load(b)
                except Exception:
                    pass
        return None
