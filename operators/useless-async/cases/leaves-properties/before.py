from functools import cached_property


class Box:
    def __init__(self):
        self._size = 1

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = value

    @cached_property
    def double(self):
        return self._size * 2


async def run(box: Box):
    box.size = box.double
