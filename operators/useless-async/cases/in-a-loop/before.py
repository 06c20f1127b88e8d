def strip(text):
    return text.strip()


def lower(text):
    return text.lower()


async def clean(text):
    for step in (strip, lower):
        text = step(text)
    return text
