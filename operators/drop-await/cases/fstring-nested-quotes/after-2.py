async def f(*args):
    print(*args)
    return args


async def main():
    return f"{f'{await f(1)}'} {f('x')} {await f('''y''')}"
