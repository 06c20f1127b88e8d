def base():
    return object


def kind():
    return int


class Box(base()):
    async def run(self) -> kind():
        base()
        return kind()(1)
