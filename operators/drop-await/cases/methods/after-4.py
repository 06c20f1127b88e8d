class Base:
    async def inherited(self):
        print("base")

    @classmethod
    async def of(cls):
        await cls.make()
        return cls()

    @staticmethod
    async def make():
        print("make")


class Derived(Base):
    helper: Base

    def __init__(self):
        self.other = Base()

    async def inherited(self):
        await super().inherited()

    async def run(self, given: Base, maybe: "Base | None"):
        await self.inherited()
        self.other.inherited()
        await self.helper.inherited()
        await given.inherited()
        await maybe.inherited()
        await Base().inherited()
        local = await Derived.of()
        await local.inherited()
        await Base.inherited(self)
