class Box:
    def close(self):
        print("closed")


async def run(box: Box):
    box.close()


async def other(box):
    box.close()
