class Base:
    def __init__(self):
        self.state = ""

    async def reset(self):
        self.state = ""

    @staticmethod
    def clean(text):
        return text.strip()

    @classmethod
    def name(cls):
        return cls.__name__


class Shell(Base):
    async def run(self):
        await self.reset()
        await super().reset()
        return self.clean(" a "), Base.clean("b"), self.name(), type(self).name()
