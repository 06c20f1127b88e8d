class Log:
    def set_progress(self, content):
        print(content)


class Tool:
    def __init__(self, log: Log):
        self.log = log

    async def set_progress(self, content):
        self.log.set_progress(content)

    async def run(self):
        self.log.set_progress("begin")
        self.set_progress("half")
        self.log.set_progress("end")
