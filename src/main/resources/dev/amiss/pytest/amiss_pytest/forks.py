"""Forking when asked to: what the processes have in common that runs are forked from."""

from __future__ import annotations

import json
import os
import socket
import warnings
from typing import Any

from amiss_pytest import processes


class Forks:
    """The forked process's end of a socket; the other is the supervisor's."""

    def __init__(self, channel: int) -> None:
        self._supervisor = socket.socket(fileno=channel)
        self._supervisor.set_inheritable(False)

    def descriptor(self) -> int:
        """That of the socket."""
        return self._supervisor.fileno()

    def tell(self, message: dict[str, Any]) -> None:
        """Sends the supervisor one message."""
        self._supervisor.sendall((json.dumps(message) + "\n").encode("ascii"))

    def serve(self) -> tuple[int, int]:
        """Forks when asked. Comes back in the forks only, with their request and their channel."""
        processes.ready_to_fork()
        while True:
            _, files, _, _ = socket.recv_fds(self._supervisor, 1, 3)
            if not files:
                os._exit(0)  # the supervisor has gone, or wants us to
            zygote = os.getpid()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                pid = os.fork()
            if pid == 0:
                self._supervisor.close()
                request, channel, output = files
                processes.confine(zygote, None, output)
                os.close(output)
                return request, channel
            for file in files:
                os.close(file)
            self.tell({"pid": pid})
            _, status, usage = os.wait4(pid, 0)
            self.tell({"end": processes.Exit.of(status, usage)})
