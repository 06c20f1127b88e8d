from a import f


async def main():
    f()
