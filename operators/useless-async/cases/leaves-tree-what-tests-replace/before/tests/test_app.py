import app
from unittest.mock import Mock, patch


class Fake:
    def now(self):
        return 0


class Slow(app.Clock):
    def stop(self):
        return 0


async def test_fake(monkeypatch):
    clock = Mock(tick=1)
    monkeypatch.setattr(app, "read", lambda: 1)
    with patch("app.chime"):
        await app.run(clock)
