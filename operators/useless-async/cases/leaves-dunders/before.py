class Bag:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None


async def run(bag: Bag):
    with bag:
        return bag.__len__()
