import asyncio


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
            task_of_call = asyncio.create_task(self
                .store()
                .load(
                    "b",
                ))
            found = (
                await task_of_call
            )
        text = await load("""
  a text
""")
        await load("c"); print(found)  # both
        return text

    def store(self):
        return self

    async def load(self, key):
        return key
