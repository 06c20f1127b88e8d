class Tool:
    async def on_start(self):
        """Nothing by default."""
