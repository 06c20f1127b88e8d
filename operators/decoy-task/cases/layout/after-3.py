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
            found = (
                await self
                .store()
                .load(
                    "b",
                )
            )
        task_of_call = asyncio.create_task(load("""
  a text
"""))
        text = await task_of_call
        await load("c"); print(found)  # both
        return text

    def store(self):
        return self

    async def load(self, key):
        return key
