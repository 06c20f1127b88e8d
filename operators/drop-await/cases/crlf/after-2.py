# Every line of this file ends with CR LF.
async def f(x):
    print(x)


async def main():
    await f(1)
    x = (f(2))
    await \
        f(3)
    return x, f"""
{await f(4)}
"""
