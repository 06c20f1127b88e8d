async def load(*args):
  return args


async def fill(a): await load()
async def filled(a):
  if a:
     try:
        load()
     except Exception:
        pass
  if a: await load()
