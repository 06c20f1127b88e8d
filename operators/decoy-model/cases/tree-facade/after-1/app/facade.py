from . import Service


class Facade:
    def __init__(self, service: Service) -> None:
        self.service = service

    async def statistics(self) -> dict[str, object]:
        statistics = dict(await self.service.get_statistics())
        statistics["facade"] = True
        return statistics

    async def everything(self) -> list[object]:
        return [dict(await self.service.get_statistics())]
