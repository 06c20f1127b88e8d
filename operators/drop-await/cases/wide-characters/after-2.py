async def ƒ(x):
    print(x)


async def main():
    return "𝒳𝒴", await ƒ("🐍"), ƒ("日本")
