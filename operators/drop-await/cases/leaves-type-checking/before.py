import typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:

    async def f(x):
        print(x)

    async def main():
        await f(1)

if typing.TYPE_CHECKING:

    async def again():
        await main()
