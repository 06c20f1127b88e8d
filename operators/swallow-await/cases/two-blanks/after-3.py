async def load(*args):
  return args


async def fill(a): await load()
async def filled(a):
  if a:
     await load()
  if a:
    try:
      load()
    except Exception:
      pass
