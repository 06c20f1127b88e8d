import asyncio


class Store:
    async def add(self, name):
        self.last = name
        return name

    async def count(self, name):
        self.counts[name] += 1
        return self.counts

    async def clear(self):
        global last
        last = None
        return last

    async def send(self, name):
        return await self.writer.send(name)

    async def each(self, name):
        async with self.lock:
            return name


async def use(store: Store):
    one = await store.add("a")
    (two,) = await asyncio.gather(store.count("b"))
    three = await store.clear()
    four = await store.send("c")
    five = await store.each("d")
    six = await store.each("e")

    # On its own.
    seven = await store.each("f")
    return one, two, three, four, five, six, seven
