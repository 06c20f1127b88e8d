from app import Counter


def counted():
    counter = Counter()
    counter.add(1)
    return counter
