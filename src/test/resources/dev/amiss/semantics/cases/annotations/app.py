from __future__ import annotations

import typing as t
from typing import Annotated, Any, Callable, ClassVar, Coroutine, Awaitable, Dict, Final, Iterable, List, Mapping
from typing import NewType, Optional, Type, TypeAlias, TypeVar, Union


class Store:
    async def save(self):
        pass

    async def twin(self) -> "Store":
        return self


class Other:
    async def save(self):
        pass


class Sync:
    def save(self):
        return 1


Alias = Store
Maybe: TypeAlias = "Store | None"
Either = Union[Store, None]
Special = NewType("Special", Store)
S = TypeVar("S", bound=Store)
T = TypeVar("T")
Handler = Callable[[int], Coroutine[Any, Any, None]]


async def use(
    plain: Store,
    text: "Store",
    optional: Optional[Store],
    old_union: Union[Store, None],
    union: Store | None,
    two: Store | Other,
    mixed: Store | Sync,
    annotated: Annotated[Store, "something"],
    blind: Annotated[Any, "something"],
    anything: Any,
    nothing,
    alias: Alias,
    maybe: Maybe,
    either: Either,
    special: Special,
    bound: S,
    free: T,
    module: t.Optional["Store"],
    default: Store = None,
    *many: Store,
    key: Store,
    **options: Store,
):
    await plain.save()  #: app.Store.save coroutine static project
    await text.save()  #: app.Store.save coroutine static project
    await optional.save()  #: app.Store.save coroutine static project
    await old_union.save()  #: app.Store.save coroutine static project
    await union.save()  #: app.Store.save coroutine static project
    await two.save()  #: app.Store.save | app.Other.save coroutine static project via app.Store.save, app.Other.save
    await mixed.save()  #: unknown
    await annotated.save()  #: app.Store.save coroutine static project
    await blind.save()  #: unknown
    await anything.save()  #: unknown
    await nothing.save()  #: unknown
    await alias.save()  #: app.Store.save coroutine static project
    await maybe.save()  #: app.Store.save coroutine static project
    await either.save()  #: app.Store.save coroutine static project
    await special.save()  #: app.Store.save coroutine static project
    await bound.save()  #: app.Store.save coroutine static project
    await free.save()  #: unknown
    await module.save()  #: app.Store.save coroutine static project
    await default.save()  #: app.Store.save coroutine static project
    await many[0].save()  #: app.Store.save coroutine static project
    await key.save()  #: app.Store.save coroutine static project
    await options["a"].save()  #: app.Store.save coroutine static project
    await (await plain.twin()).save()  #: app.Store.save coroutine static project; app.Store.twin coroutine static project


async def containers(
    items: list[Store],
    old: List[Store],
    table: dict[str, Store],
    mapping: Mapping[str, "Store"],
    pair: tuple[Sync, Store],
    row: tuple[Store, ...],
    some: Iterable[Store],
    nested: Dict[str, List[Store]],
    kind: type[Store],
    old_kind: Type[Store],
    handler: Handler,
    action: Callable[[], Awaitable[None]],
    maker: Callable[[], Store],
):
    for item in items:
        await item.save()  #: app.Store.save coroutine static project
    for index, item in enumerate(old):
        await item.save()  #: app.Store.save coroutine static project
    for item in table.values():
        await item.save()  #: app.Store.save coroutine static project
    for name, item in mapping.items():
        await item.save()  #: app.Store.save coroutine static project
    for name in table:
        name.save()  #: unknown
    await table["a"].save()  #: app.Store.save coroutine static project
    await items[0].save()  #: app.Store.save coroutine static project
    await items[1:][0].save()  #: app.Store.save coroutine static project
    await items.pop().save()  #: app.Store.save coroutine static project
    first, second = pair
    first.save()  #: app.Sync.save value static project
    await second.save()  #: app.Store.save coroutine static project
    for item in row:
        await item.save()  #: app.Store.save coroutine static project
    for one, two in zip(some, items):
        await one.save()  #: app.Store.save coroutine static project
    for item in sorted(some):
        await item.save()  #: app.Store.save coroutine static project
    for group in nested.values():
        await group[0].save()  #: app.Store.save coroutine static project
    saved = [await item.save() for item in items if item]  #: app.Store.save coroutine static project
    await kind().save()  #: app.Store.save coroutine static project
    await old_kind().save()  #: app.Store.save coroutine static project
    await handler(1)  #: handler coroutine static unknown
    await action()  #: unknown
    await maker().save()  #: app.Store.save coroutine static project
    found = table.get("a")  #: builtins.dict.get value static stdlib
    await found.save()  #: app.Store.save coroutine static project


async def variables(thing):
    store: Store = thing
    await store.save()  #: app.Store.save coroutine static project
    other: "Other"
    await other.save()  #: app.Other.save coroutine static project
    final: Final = Store()
    await final.save()  #: app.Store.save coroutine static project


class Config:
    store: Store
    shared: ClassVar[Store]

    async def use(self):
        await self.store.save()  #: app.Store.save coroutine static project
        await Config.shared.save()  #: app.Store.save coroutine static project
