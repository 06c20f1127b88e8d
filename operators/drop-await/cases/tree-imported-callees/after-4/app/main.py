import app
import app.store
from app import empty, save as keep
from app.store import promised

from . import store


async def main():
    await keep(1)
    await store.save(2)
    await app.save(3)
    app.store.save(4)
    await promised(5)
    await app.store.promised(6)
    await empty()
    await store.nothing()
