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
            try:
                load(2)
            except Exception:
                pass
        finally:
            await load(3)
        async with a:
            async for b in a:
                await load(b)
        return None
