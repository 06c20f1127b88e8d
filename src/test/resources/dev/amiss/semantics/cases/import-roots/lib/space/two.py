async def second():
    pass
