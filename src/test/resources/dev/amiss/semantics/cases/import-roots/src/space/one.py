async def first():
    pass
