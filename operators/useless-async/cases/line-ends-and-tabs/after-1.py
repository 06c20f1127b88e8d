async def note():
	print("ä")


async def run():
	if True:
		await note()
