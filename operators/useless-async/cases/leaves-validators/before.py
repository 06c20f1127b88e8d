from pydantic import BaseModel, field_validator, model_validator
import attr


class Item(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def strip(cls, value):
        return value.strip()

    @model_validator(mode="after")
    def check(self):
        return self


@attr.s
class Part:
    size = attr.ib()

    @size.validator
    def positive(self, attribute, value):
        assert value > 0


async def run(item: Item):
    item.check()
