class Clock:
    def now(self):
        return 1

    def tick(self):
        return 2

    def stop(self):
        return 3


def read():
    return 4


def chime():
    return 5


async def run(clock: Clock):
    return clock.now(), clock.tick(), clock.stop(), read(), chime()
