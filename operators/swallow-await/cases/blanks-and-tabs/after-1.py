async def load(*args):
    return args


async def fill(a):
    if a:
    	try:
    		load()
    	except Exception:
    		pass
