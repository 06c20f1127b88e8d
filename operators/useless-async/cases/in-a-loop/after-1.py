async def strip(text):
    return text.strip()


async def lower(text):
    return text.lower()


async def clean(text):
    for step in (strip, lower):
        text = await step(text)
    return text
