from somewhere import outer


async def main():
    await outer(1)(2)
    outer(1)(2).three.four(5)[6](7)
    await (outer or main)(8)
    await [outer][0](9)
