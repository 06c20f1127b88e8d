from pydantic import BaseModel

class Other(BaseModel):
	x: int


class Load(BaseModel, extra="allow"):
	"""What load gives."""

	x: int


class Store:
	async def load(self) -> Load:
		return Load(x=1)

	async def use(self):
		return dict(await self.load())["x"]
