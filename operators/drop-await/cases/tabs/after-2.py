async def f(x):
	print(x)


async def main():
	if f:
		await	f(1)
		f(2)
	return await	f(3)
