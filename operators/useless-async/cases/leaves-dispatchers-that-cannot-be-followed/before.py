class Server:
    def __init__(self, bus):
        self.table = {"a": self.a, "b": self.b}
        bus.take(self.table)

    def a(self, message):
        return 1

    def b(self, message):
        return 2

    def on_c(self, message):
        return 3

    async def dispatch(self, name, message):
        self.table[name](message)
        handler = getattr(self, f"on_{name}")
        return handler
