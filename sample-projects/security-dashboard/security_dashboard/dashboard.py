"""The routes. The services come through ``Depends`` as ``Any``, so no type checker knows them."""

from __future__ import annotations

import logging
from typing import Annotated, Any, Optional

from fastapi import APIRouter, Depends, Header, HTTPException, Request, WebSocket
from fastapi import WebSocketDisconnect

from .models import Severity, User

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/security")


def get_manager(request: Request) -> Any:
    return request.app.state.manager


def get_sessions(request: Request) -> Any:
    return request.app.state.sessions


async def current_user(
    sessions: Annotated[Any, Depends(get_sessions)],
    token: Annotated[Optional[str], Header()] = None,
) -> User:
    user = await sessions.user(token) if token else None
    if user is None:
        raise HTTPException(401, "log in first")
    return user


@router.get("/events")
async def recent_events(
    manager: Annotated[Any, Depends(get_manager)], limit: int = 20
) -> list[Any]:
    return [event.model_dump(mode="json") for event in await manager.get_recent_events(limit)]


@router.post("/events")
async def publish_event(
    manager: Annotated[Any, Depends(get_manager)],
    user: Annotated[User, Depends(current_user)],
    kind: str,
    severity: Severity = Severity.INFO,
) -> Any:
    return await manager.publish(kind, severity, user.name)


@router.get("/summary")
async def summary(manager: Annotated[Any, Depends(get_manager)]) -> dict[str, Any]:
    stats = await manager.get_event_stats()
    statistics = await manager.get_statistics()
    return {
        "total": stats.total,
        "critical": stats.by_severity.get("critical", 0),
        "queries": statistics["performance"]["queries"],
        "noisy": await manager.is_noisy(),
    }


@router.get("/health")
async def health(manager: Annotated[Any, Depends(get_manager)]) -> dict[str, Any]:
    """Never fails: a dashboard that is red because its own health is unknown helps nobody."""
    try:
        statistics = await manager.get_statistics()
        return {"status": "ok", "average_ms": statistics.get("performance", {}).get("average_ms")}
    except Exception as error:
        logger.warning("health is unknown: %s", error)
        return {"status": "unknown", "average_ms": None}


@router.post("/purge")
async def purge(
    manager: Annotated[Any, Depends(get_manager)],
    sessions: Annotated[Any, Depends(get_sessions)],
    user: Annotated[User, Depends(current_user)],
    keep: int = 100,
) -> dict[str, int]:
    if not await sessions.may(user, "purge"):
        raise HTTPException(403, f"{user.name} may not purge")
    return {"purged": await manager.repository.purge(keep)}


@router.post("/logout")
async def logout(
    sessions: Annotated[Any, Depends(get_sessions)],
    user: Annotated[User, Depends(current_user)],
    token: Annotated[str, Header()],
) -> dict[str, str]:
    await sessions.revoke(token)
    return {"goodbye": user.name}


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    handler = socket.app.state.handler
    await handler.connect(socket)
    try:
        while True:
            message = await socket.receive_text()
            if message == "stats":
                await handler.broadcast_stats()
    except WebSocketDisconnect:
        handler.disconnect(socket)
