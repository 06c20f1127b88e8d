async def go():
    pass
