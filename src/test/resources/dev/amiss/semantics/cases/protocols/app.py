from typing import Awaitable, Protocol, runtime_checkable


@runtime_checkable
class Sender(Protocol):
    address: str

    async def send(self, text: str) -> None: ...

    def close(self) -> None: ...


class Pending(Protocol):
    def wait(self) -> Awaitable[int]: ...


class Mail:
    def __init__(self):
        self.address = "x"

    async def send(self, text):
        pass

    def close(self):
        pass


class Explicit(Sender):
    async def send(self, text):
        pass


class WrongColour:
    address = "y"

    def send(self, text):
        pass

    def close(self):
        pass


class NotAll:
    async def send(self, text):
        pass


class Slow:
    async def wait(self) -> int:
        return 1


class Lonely(Protocol):
    async def alone(self) -> Mail: ...


async def use(sender: Sender, pending: Pending, lonely: Lonely):
    await sender.send("a")  #: app.Sender.send coroutine static project via app.Explicit.send, app.Mail.send
    await pending.wait()  #: app.Pending.wait coroutine static project via app.Slow.wait
    mail = await lonely.alone()  #: app.Lonely.alone coroutine static project
    await mail.send("b")  #: app.Mail.send coroutine static project
