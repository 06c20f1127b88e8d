import sys

try:
    from inspect import isawaitable
except ImportError:

    def isawaitable(value):
        return hasattr(value, "__await__")


def small(value):
    return value < 10


small = bool if sys.flags.optimize else small

if sys.flags.debug:

    def loud(text):
        return text.upper()

else:

    async def loud(text):
        return text.upper()


class Reader:
    def read(self, value):
        return value

    if sys.flags.debug:
        read = print


async def run(value, reader: Reader):
    if isawaitable(value):
        value = await value
    if small(value):
        loud("small")
    return reader.read(value)
