async def load():
    return dict(a=1)


async def heads(value):
    match await load():
        case 1 if await load():
            return 1
