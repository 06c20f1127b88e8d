class Session:
    async def close(self):
        print("closed")

    async def aclose(self):
        await self.close()


async def main(session: Session, writer):
    writer.close()
    await writer.wait_closed()
    await session.aclose()
