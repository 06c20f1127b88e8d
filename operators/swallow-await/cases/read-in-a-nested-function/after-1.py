async def load():
    return dict(a=1)


async def later():
    page = None
    try:
        page = load()
    except Exception:
        pass
    other = await load()

    def show():
        return page

    other = 2
    return show
