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
            try:
                load(3)
            except Exception:
                pass
        async with a:
            async for b in a:
                await load(b)
        return None
