async def f(*args):
    print(*args)
    return args


async def main(width):
    a = f"{await f(1)}"
    b = f"{await f(2)!r:>{await f(3)}}" f'{ await f(4) }'
    c = f"""
    {f(5)} {{await f(6)}} {width:{width}}
    """
    return a + b + c + rf"\d{await f(7)}" + "{await f(8)}"
