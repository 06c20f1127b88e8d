async def f(*args):
    print(*args)
    return args


async def main():
    await f("# amiss: ignore[drop-await] no comment")
    await f("a" "# amiss: ignore[drop-await] nor this", 'b')
    await f(f"{1}# amiss: ignore[drop-await] nor this")
    await f("""
    """, await f(3), "")  # amiss: ignore[drop-await] but this is one
    x = ("a" # amiss: ignore[drop-await] and this
         "b", await f(4))
    return x
