from .store import *


async def main():
    save(1)
    await promised(2)
