class Tool:
    async def set_progress(self, content):
        self.progress = content

    def add_progress(self, content):
        self.progress += content


class CodeTool(Tool):
    pass


class Log:
    def set_progress(self, content):
        self.text = content


class Agent:
    def __init__(self):
        self.tool = None
        self.mixed = None
        self.faked = None
        self.never = None
