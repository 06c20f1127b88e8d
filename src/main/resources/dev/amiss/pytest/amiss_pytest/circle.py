"""Whether what a process waits for at its sockets can only come from itself."""

from __future__ import annotations

import _socket
import ipaddress
import os
import struct
from collections.abc import Collection
from typing import Any, Optional

# The type itself: tests put something else in the place of socket.socket.
_Socket = _socket.socket
# Linux has both.
_UNIX: Optional[int] = getattr(_socket, "AF_UNIX", None)
_PEER: Optional[int] = getattr(_socket, "SO_PEERCRED", None)
# struct ucred: process, user, group.
_CREDENTIALS = struct.Struct("3i")


def is_closed(descriptors: Collection[int]) -> bool:
    """Whether this process holds both ends of every connection among these.

    Besides connections there may be doors that only somebody on this machine can knock at: the port
    is a test's own, and whoever knows it would be a child, or a thread.
    """
    if not descriptors:
        return True
    try:
        connections = {_ends(int(name)) for name in os.listdir("/proc/self/fd")}
    except OSError:
        return False
    return all(_is_within(descriptor, connections) for descriptor in descriptors)


def _ends(descriptor: int) -> Optional[tuple[Any, Any]]:
    """The addresses of both ends; None where that is no connected socket."""
    try:
        end = _Socket(-1, -1, -1, descriptor)
    except OSError:
        return None
    try:
        return end.getsockname(), end.getpeername()
    except OSError:
        return None
    finally:
        end.detach()


def _is_within(descriptor: int, connections: Collection[Optional[tuple[Any, Any]]]) -> bool:
    try:
        end = _Socket(-1, -1, -1, descriptor)
    except OSError:
        return False  # a pipe, say
    try:
        if end.type != _socket.SOCK_STREAM:
            return False
        if end.family == _UNIX:
            return _is_pair_of_this_process(end)
        if end.family not in (_socket.AF_INET, _socket.AF_INET6):
            return False
        if end.getsockopt(_socket.SOL_SOCKET, _socket.SO_ACCEPTCONN):
            return ipaddress.ip_address(end.getsockname()[0]).is_loopback
        return (end.getpeername(), end.getsockname()) in connections
    except (OSError, ValueError):
        return False
    finally:
        end.detach()


def _is_pair_of_this_process(end: _Socket) -> bool:
    if _PEER is None or end.getsockopt(_socket.SOL_SOCKET, _socket.SO_ACCEPTCONN):
        return False
    credentials = end.getsockopt(_socket.SOL_SOCKET, _PEER, _CREDENTIALS.size)
    process, _, _ = _CREDENTIALS.unpack(credentials)
    return bool(process == os.getpid())
