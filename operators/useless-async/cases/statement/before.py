class Log:
    def __init__(self):
        self.lines = []

    def note(self, text):
        self.lines.append(text)


log = Log()


async def run():
    log.note("begin")
    log.note("end")
