from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from somewhere import f
else:

    async def f(x):
        print(x)

    async def main():
        await f(1)


if not TYPE_CHECKING:

    async def again():
        main()
