def one(): return 1
def two(): return one()

if True:
    def three(): return 3
else:
    def three(): return 4


async def run():
    async def inner(n):
        return n

    x = await inner(one()); y = two(); return x, y, three()
