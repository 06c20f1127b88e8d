class Base:
    async def run(self):
        pass

    def stop(self):
        return None

    async def common(self):
        pass


class Mixin:
    async def stop(self):
        pass

    async def mixed(self):
        pass
