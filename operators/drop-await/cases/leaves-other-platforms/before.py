import os
import platform
import sys

ON_WINDOWS = sys.platform == "win32"


async def f(x):
    print(x)


async def main():
    if sys.platform == "win32":
        await f(1)
    elif os.name == "nt" or platform.system() == "Windows":
        await f(2)
    if not sys.platform.startswith(("win", "cygwin")):
        return
    await f(3)
