async def refuse():
    raise PermissionError


async def main():
    await refuse()
