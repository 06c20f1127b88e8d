async def load():
    return dict(a=1)


async def later():
    page = await load()
    other = await load()

    def show():
        return page

    other = 2
    return show
