async def load():
    return dict(a=1)


async def fill(flag):
    print(flag)  # no line goes on: \
    try:
        load()
    except Exception:
        pass
