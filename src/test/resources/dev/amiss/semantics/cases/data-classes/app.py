from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple, TypedDict

import attr
from pydantic import BaseModel


class Client:
    async def send(self):
        pass


@dataclass
class Context:
    client: Client
    clients: list[Client] = field(default_factory=list)
    other: "Client | None" = None

    async def use(self):
        await self.client.send()  #: app.Client.send coroutine static project
        await self.other.send()  #: app.Client.send coroutine static project
        for client in self.clients:
            await client.send()  #: app.Client.send coroutine static project


@attr.s(auto_attribs=True)
class Old:
    client: Client


class Model(BaseModel):
    client: Client

    async def use(self):
        await self.client.send()  #: app.Client.send coroutine static project
        await self.use()  #: app.Model.use coroutine static project


class Row(NamedTuple):
    client: Client


class Options(TypedDict):
    client: Client


class Colour(Enum):
    RED = 1

    async def paint(self):
        pass


async def main(row: Row):
    context = Context(Client())
    await context.client.send()  #: app.Client.send coroutine static project
    await replace(context, other=None).client.send()  #: app.Client.send coroutine static project
    await Old(Client()).client.send()  #: app.Client.send coroutine static project
    model = Model(client=Client())
    await model.use()  #: app.Model.use coroutine static project
    await model.client.send()  #: app.Client.send coroutine static project
    await row.client.send()  #: app.Client.send coroutine static project
    await Colour.RED.paint()  #: app.Colour.paint coroutine static project
    model.model_dump()  #: unknown
