"""Becomes what ``python -m pytest ARGS`` would be: at once (cold), or in forks (warm, hot).

Started by the supervisor as ``python session.py cold REQUEST EVENTS``, or with ``warm`` or ``hot``
and a SOCKET instead; the capitals are descriptors. REQUEST is a file that holds one JSON object.
"""

from __future__ import annotations

import os
import sys

_PACKAGES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def _main() -> None:
    mode, request, channel = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if not getattr(sys.flags, "safe_path", False):
        del sys.path[0]  # this script's folder
    sys.path.insert(0, _PACKAGES)
    from amiss_pytest import become

    if mode == "warm":
        from amiss_pytest import zygote

        del sys.path[0]
        request, channel = zygote.serve(request, channel)  # comes back in each fork
    else:
        del sys.path[0]
    become.pytest(become.read_request(request), channel, mode)


_main()
