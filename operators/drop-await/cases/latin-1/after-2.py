# -*- coding: latin-1 -*-
async def grüße(x):
    print("é", x)


async def main():
    print("ñ"); await grüße(1)
    return "ß", grüße("ø")
