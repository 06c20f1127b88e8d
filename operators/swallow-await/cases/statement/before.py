async def publish(event):
    print(event)


async def tell(event):
    await publish(event)
    return True
