async def main(callback, table, name, self):
    await callback()
    await table[name](1)
    await getattr(self, name)()
    await getattr(self, f"_handle_{name}", callback)(self)
    (lambda: callback)()()
    await missing()
    await self.somewhere.else_entirely()
    handler = table.get(name)
    if handler is not None:
        await handler(self)
