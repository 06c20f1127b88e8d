import os


async def fetch():
    pass


async def other():
    pass


def plain():
    return 3


if os.environ.get("A"):
    chosen = fetch
else:
    chosen = other

if os.environ.get("B"):
    mixed = fetch
else:
    mixed = plain


async def main(flag):
    await chosen()  #: app.fetch | app.other coroutine static project via app.fetch, app.other
    await mixed()  #: unknown
    call = plain
    call()  #: app.plain value static project
    call = fetch
    await call()  #: app.fetch coroutine static project
    if flag:
        call = plain
    call()  #: unknown


async def reused():
    result = fetch()  #: app.fetch coroutine static project
    await result  #: app.fetch coroutine static project
    result = plain()  #: app.plain value static project
    result = await other()  #: app.other coroutine static project
    return result


async def in_a_loop(handlers):
    step = fetch
    while True:
        await step()  #: unknown
        step = handlers.pop()  #: unknown


async def in_a_loop_but_first(handlers):
    while True:
        step = fetch
        await step()  #: app.fetch coroutine static project
        step = handlers.pop()  #: unknown


async def unpacked():
    first, (second, third) = fetch, (plain, other)
    await first()  #: app.fetch coroutine static project
    second()  #: app.plain value static project
    await third()  #: app.other coroutine static project
    head, *rest = fetch, plain, other
    await head()  #: app.fetch coroutine static project
    rest()  #: unknown


async def deleted_and_augmented(step):
    handler = fetch
    handler += step
    await handler()  #: unknown


def redefined():
    return 1


async def redefined():
    return 2


async def last_one_wins():
    await redefined()  #: app.redefined coroutine static project


async def defined_later():
    await later()  #: app.later coroutine static project


async def later():
    pass


async def matched(command):
    match command:
        case ["go", step]:
            await step()  #: unknown


async def walrus():
    if coroutine := fetch():  #: app.fetch coroutine static project
        await coroutine  #: app.fetch coroutine static project


async def caught():
    try:
        step = fetch
    except Exception as step:
        step()  #: unknown
    await step()  #: unknown


def itself(itself):
    loop = loop
    loop()  #: unknown
    itself()  #: unknown
