import functools
from some_library import route


@functools.lru_cache
def square(n):
    return n * n


@route("/")
def index():
    return 1


async def run():
    return square(2), index()
