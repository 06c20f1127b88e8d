async def load(*args):
    return args


async def fill(a):
  match a:
      case 1: await load(1)
      case 2:
        try:
          load(2)
        except Exception:
          pass
