async def save(item):
    print(item)


async def main():
    save(1)
    save_later = save
    print(save_later)
