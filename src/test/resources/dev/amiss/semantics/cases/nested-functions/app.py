import asyncio


def outer(flag):
    async def inner():
        await asyncio.sleep(1)  #: asyncio.sleep coroutine static stdlib

    async def user():
        await inner()  #: app.outer.<locals>.inner coroutine static project

        async def deeper():
            await inner()  #: app.outer.<locals>.inner coroutine static project
            await user()  #: app.outer.<locals>.user coroutine static project

        return deeper

    return user


def shadow():
    async def outer():
        pass

    return outer()  #: app.shadow.<locals>.outer coroutine static project


class Holder:
    def helper():
        pass

    async def use(self):
        # A method does not see the class body's names.
        helper()  #: app.helper coroutine static project


async def helper():
    pass


async def comprehensions(items):
    return [await helper() for item in items]  #: app.helper coroutine static project


async def comprehension_target(helper):
    return [await helper() for helper in ()]  #: unknown


def counter():
    step = None

    def set_step():
        nonlocal step
        step = helper

    set_step()
    return step()  #: app.helper coroutine static project


task = None


def start():
    global task
    task = helper()  #: app.helper coroutine static project


async def stop():
    await task  #: app.helper coroutine static project
