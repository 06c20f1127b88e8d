async def one(): return 1
async def two(): return await one()

if True:
    def three(): return 3
else:
    def three(): return 4


async def run():
    def inner(n):
        return n

    x = inner(await one()); y = await two(); return x, y, three()
