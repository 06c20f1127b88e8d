import pytest
from fastapi.testclient import TestClient

from security_dashboard import SecurityEventManager, create_app
from security_dashboard.models import User


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.fixture
async def manager():
    manager = SecurityEventManager()
    yield manager
    await manager.close()


@pytest.fixture
def app():
    return create_app()


@pytest.fixture
def client(app):
    with TestClient(app) as client:
        yield client


@pytest.fixture
def admin(app):
    """The headers of somebody who may do everything."""
    token = app.state.sessions.open(User(name="ada", roles=frozenset({"admin"})))
    return {"token": token}
