class Shape:
    async def area(self):
        raise NotImplementedError


class Square(Shape):
    def __init__(self, side):
        self.side = side

    async def area(self):
        return self.side**2


class Circle(Shape):
    async def area(self):
        return 3


async def show(shape: Shape):
    print(await shape.area())
