class Tool:
    async def execute(self):
        return None

    def describe(self):
        return ""

    async def same(self):
        await self.execute()  #: app.Tool.execute coroutine static project via app.Tool.execute, app.Shell.execute
        self.describe()  #: app.Tool.describe unknown unknown project via app.Tool.describe, app.Shell.describe
        await self.same()  #: app.Tool.same coroutine static project


class Shell(Tool):
    async def execute(self):
        await super().execute()  #: app.Tool.execute coroutine static project
        await self.execute()  #: app.Shell.execute coroutine static project

    async def describe(self):
        return "shell"


async def exact():
    await Tool().execute()  #: app.Tool.execute coroutine static project
    Tool().describe()  #: app.Tool.describe value static project; app.Tool value static project
    await Shell().describe()  #: app.Shell.describe coroutine static project
