from app import count as how_many
from . import store
from .store import Store


class Shell:
    def __init__(self):
        self.store = Store()

    async def run(self):
        if self.store.add("a") > 1:
            return how_many([]) + store.count([1])
