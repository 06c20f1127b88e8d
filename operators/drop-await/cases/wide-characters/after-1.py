async def ƒ(x):
    print(x)


async def main():
    return "𝒳𝒴", ƒ("🐍"), await ƒ("日本")
