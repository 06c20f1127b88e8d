from typing import Protocol


class Loading(Protocol):
    async def load(self) -> dict[str, int]: ...


async def use(loading: Loading):
    return (await loading.load())["key"]