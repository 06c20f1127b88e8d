from elsewhere import sleep


class Clock:
    async def sleep(self, seconds):
        print(seconds)

    async def run(self):
        await self.sleep(0)
        sleep(0)
