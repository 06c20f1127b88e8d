class Log:
    def __init__(self, quiet):
        if quiet:
            self.note = print

    def note(self, text):
        print(text)

    def warn(self, text):
        print(text)


async def run(log: Log):
    log.warn = print
    log.note("a")
    log.warn("a")
