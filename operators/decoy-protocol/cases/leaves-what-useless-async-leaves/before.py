import asyncio


class Store:
    def __len__(self):
        return 0

    @property
    def size(self):
        return len(self)
