class Counter:
    def __init__(self):
        self.n = 0

    def add(self, by):
        self.n += by
        return self.n

    async def twice(self, by):
        self.add(by)
        return self.add(by)
