class Log:
    def __init__(self):
        self.lines = []

    async def note(self, text):
        self.lines.append(text)


class Form:
    def __init__(self, text):
        self.note = text


async def run(log: Log):
    await log.note(Form("a").note)
