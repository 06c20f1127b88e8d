from .store import *


async def main():
    await save(1)
    await promised(2)
