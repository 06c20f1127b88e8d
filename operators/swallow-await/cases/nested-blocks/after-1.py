async def load(*args):
    return args


class Box:
    async def fill(self, a):
        try:
            if a:
                try:
                    load(a)
                except Exception:
                    pass
            else:
                await load(1)
        except ValueError:
            await load(2)
        finally:
            await load(3)
        async with a:
            async for b in a:
                await load(b)
        return None
