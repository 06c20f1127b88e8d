"""The application and what belongs to it."""

from __future__ import annotations

from fastapi import FastAPI

from .dashboard import router
from .manager import SecurityEventManager
from .sessions import SessionStore
from .websocket_handler import SecurityWebSocketHandler


def create_app(manager: SecurityEventManager | None = None) -> FastAPI:
    app = FastAPI(title="Security dashboard")
    app.state.manager = manager or SecurityEventManager()
    app.state.sessions = SessionStore()
    app.state.handler = SecurityWebSocketHandler(app.state.manager)
    app.state.manager.listeners.append(app.state.handler.on_event)
    app.include_router(router)
    return app
