async def f(x):
	print(x)


async def main():
	if f:
		await	f(1)
		await 	f(2)
	return f(3)
