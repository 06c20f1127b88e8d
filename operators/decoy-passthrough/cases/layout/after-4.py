async def load(key, limit=10):
    return [key] * limit


class Client:
    async def use(self, task, coro):
        found = await load(
            "a",  # the first
            limit=3,
        )
        if found:
            # Again.
            found = (
                await self
                .store()
                .load(
                    "b",
                )
            )
        text = await load("""
  a text
""")
        coro_of_call = load("c")
        await coro_of_call; print(found)  # both
        return text

    def store(self):
        return self

    async def load(self, key):
        return key
