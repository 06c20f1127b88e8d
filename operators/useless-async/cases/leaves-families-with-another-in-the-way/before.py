class Base:
    def run(self):
        return 1


class Plain(Base):
    def run(self):
        return 2


class Other(Base):
    async def run(self):
        return 3


class Shape:
    def area(self):
        return 1


class Circle(Shape):
    def area(self):
        yield 3


async def show(base: Base, shape: Shape):
    base.run()
    shape.area()
