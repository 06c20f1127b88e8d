import lib
from base import Base, Mixin


class Child(Base, Mixin):
    async def run(self):
        await super().run()  #: base.Base.run coroutine static project
        await super(Child, self).run()  #: base.Base.run coroutine static project
        await self.mixed()  #: base.Mixin.mixed coroutine static project
        self.stop()  #: base.Base.stop value static project
        await self.common()  #: base.Base.common coroutine static project
        self.nothing()  #: unknown

    @classmethod
    async def make(cls):
        await cls.build()  #: app.Child.build coroutine static project
        await cls().run()  #: app.Child.run coroutine static project
        return cls()

    @classmethod
    async def build(cls):
        pass

    @staticmethod
    async def helper():
        pass

    async def uses(self):
        await self.make()  #: app.Child.make coroutine static project
        await self.helper()  #: app.Child.helper coroutine static project
        await Child.helper()  #: app.Child.helper coroutine static project
        await Base.run(self)  #: base.Base.run coroutine static project
        await (await Child.make()).run()  #: app.Child.run coroutine static project; app.Child.make coroutine static project
        other = type(self)()  #: app.Child value static project; builtins.type value static stdlib
        await other.run()  #: app.Child.run coroutine static project

        def later(self=self):
            self.run()  #: unknown

        async def closure():
            await self.run()  #: app.Child.run coroutine static project


class Diamond:
    async def go(self):
        pass


class Left(Diamond):
    async def go(self):
        await super().go()  #: app.Diamond.go | app.Right.go coroutine static project via app.Diamond.go, app.Right.go


class Right(Diamond):
    async def go(self):
        await super().go()  #: app.Diamond.go coroutine static project


class Bottom(Left, Right):
    pass


class Impossible(Diamond, Left):
    async def here(self):
        await self.here()  #: app.Impossible.here coroutine static project
        await self.go()  #: unknown


class Unseen(lib.Thing, Base):
    async def here(self):
        await self.here()  #: app.Unseen.here coroutine static project
        await self.run()  #: lib.Thing.run unknown unknown library
        await super().run()  #: lib.Thing.run unknown unknown library


class SeenFirst(Base, lib.Thing):
    async def here(self):
        await self.run()  #: base.Base.run coroutine static project
        await self.other()  #: lib.Thing.other unknown unknown library


class Itself(Itself):
    async def here(self):
        await self.there()  #: unknown


class Callable:
    async def __call__(self):
        pass


class Awaitable:
    def __await__(self):
        return iter(())  #: builtins.iter value static stdlib


async def main():
    await Bottom().go()  #: app.Left.go coroutine static project
    await Callable()()  #: app.Callable.__call__ coroutine static project
    await Awaitable()  #: app.Awaitable awaitable static project
    made = Awaitable()  #: app.Awaitable awaitable static project
    await made  #: app.Awaitable awaitable static project
