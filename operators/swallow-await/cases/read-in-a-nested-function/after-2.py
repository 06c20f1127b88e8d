async def load():
    return dict(a=1)


async def later():
    page = await load()
    try:
        other = load()
    except Exception:
        pass

    def show():
        return page

    other = 2
    return show
