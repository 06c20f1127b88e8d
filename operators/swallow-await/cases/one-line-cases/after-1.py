async def load(*args):
    return args


async def fill(a):
  match a:
      case 1:
          try:
              load(1)
          except Exception:
              pass
      case 2:
        await load(2)
