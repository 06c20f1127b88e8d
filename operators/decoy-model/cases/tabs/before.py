from pydantic import BaseModel

class Other(BaseModel):
	x: int

class Store:
	async def load(self) -> dict[str, int]:
		return {"x": 1}

	async def use(self):
		return (await self.load())["x"]
