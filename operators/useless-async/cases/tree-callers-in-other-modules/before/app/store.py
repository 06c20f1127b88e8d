def count(items):
    return len(items)


class Store:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
        return count(self.items)
