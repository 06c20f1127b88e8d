def note():
	print("ä")


async def run():
	if True:
		note()
