async def scaled(value):
    return value * 2


def row(size):
    return range(size)


def wide(size):
    return size > 1


def total(values):
    return sum(values)


async def table(sizes):
    grid = [[await scaled(value) for value in row(size)] for size in sizes if wide(size)]
    return grid, {size: {total(n for n in line) for line in grid} for size in sizes}


def lazily(value):
    return value


def doubled(value):
    return value + value


async def lines(sizes):
    return [list(lazily(value) for value in range(size)) for size in sizes]


async def all_lines(sizes):
    return list([doubled(value) for value in range(size)] for size in sizes)
