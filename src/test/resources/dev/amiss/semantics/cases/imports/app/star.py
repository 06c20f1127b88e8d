__all__ = ["exported", "_private"]


async def exported():
    pass


async def _private():
    pass


async def hidden():
    pass
