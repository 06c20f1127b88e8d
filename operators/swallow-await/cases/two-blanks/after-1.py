async def load(*args):
  return args


async def fill(a):
  try:
    load()
  except Exception:
    pass
async def filled(a):
  if a:
     await load()
  if a: await load()
