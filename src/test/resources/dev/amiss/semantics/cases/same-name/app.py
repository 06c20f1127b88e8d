class Events:
    async def get_statistics(self):
        return {}


class Files:
    def get_statistics(self):
        return {}


class Unrelated:
    async def close(self):
        pass


async def main(events: Events, files: Files, given, callback):
    await events.get_statistics()  #: app.Events.get_statistics coroutine static project
    files.get_statistics()  #: app.Files.get_statistics value static project
    given.get_statistics()  #: unknown
    given.close()  #: unknown
    await callback()  #: unknown
    await given.client.close()  #: unknown
    await open("x").close()  #: typing.IO.close value static stdlib
