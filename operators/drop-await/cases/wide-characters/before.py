async def ƒ(x):
    print(x)


async def main():
    return "𝒳𝒴", await ƒ("🐍"), await ƒ("日本")
