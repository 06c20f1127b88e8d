import anyio.lowlevel
from trio.lowlevel import cancel_shielded_checkpoint


async def step():
    await anyio.lowlevel.checkpoint()
    await cancel_shielded_checkpoint()
