class Core:
    async def run(self):
        pass


async def connect() -> Core:
    return Core()
