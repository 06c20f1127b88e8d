import registry
from registry import bus as the_bus, made


async def main():
    await registry.bus.publish()  #: registry.Bus.publish coroutine static project
    registry.bus.subscribe()  #: registry.Bus.subscribe value static project
    await the_bus.publish()  #: registry.Bus.publish coroutine static project
    await made.publish()  #: registry.Bus.publish coroutine static project
    await registry.maybe.publish()  #: registry.Bus.publish coroutine static project
