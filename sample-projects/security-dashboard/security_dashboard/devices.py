"""Devices and a cache: services with a plain ``get_statistics``, unlike the events' own."""

from __future__ import annotations

from typing import Any


class DeviceService:
    """Which devices are there."""

    def __init__(self) -> None:
        self.devices: dict[str, bool] = {}

    def seen(self, name: str, online: bool = True) -> None:
        self.devices[name] = online

    def get_statistics(self) -> dict[str, Any]:
        return {"total": len(self.devices), "online": sum(self.devices.values())}


class CacheService:
    """A cache that counts its hits."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self.hits = 0
        self.misses = 0

    def get(self, key: str) -> Any:
        if key in self._values:
            self.hits += 1
        else:
            self.misses += 1
        return self._values.get(key)

    def put(self, key: str, value: Any) -> None:
        self._values[key] = value

    def get_statistics(self) -> dict[str, Any]:
        return {"hits": self.hits, "misses": self.misses}
