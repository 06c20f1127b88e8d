async def load(*args):
    return args


class Box:
    async def fill(self, a):
        try:
            if a:
                await load(a)
            else:
                try:
                    load(1)
                except Exception:
                    pass
        except ValueError:
            await load(2)
        finally:
            await load(3)
        async with a:
            async for b in a:
                await load(b)
        return None
