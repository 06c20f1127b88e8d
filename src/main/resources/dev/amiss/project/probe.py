"""Says what amiss must know of a Python, as one line of JSON. Written so that every Python reads it."""

import json
import os
import sys


def describe_pytest():
    # type: () -> dict
    """Import pytest rather than look for it: what is there may be broken."""
    try:
        import pytest
    except BaseException as problem:
        return {"problem": type(problem).__name__ + ": " + str(problem)}
    return {"version": pytest.__version__}


def find_plugins():
    # type: () -> dict
    """Versions of the distributions that pytest loads as plugins, by name."""
    from importlib import metadata

    found = {}
    for distribution in metadata.distributions():
        if any(entry.group == "pytest11" for entry in distribution.entry_points):
            found[distribution.metadata["Name"]] = distribution.version
    return found


def find_packages():
    # type: () -> list
    """Names of the folders that say which distributions are installed, in which versions."""
    found = set()
    for folder in sys.path[1:]:
        if os.path.isdir(folder):
            found.update(
                name
                for name in os.listdir(folder)
                if name.endswith((".dist-info", ".egg-info", ".egg-link"))
            )
    return sorted(found)


facts = {
    "version": ".".join(str(part) for part in sys.version_info[:3]),
    "executable": sys.executable,
    "prefix": sys.prefix,
}
if sys.version_info >= (3, 9):
    facts["implementation"] = sys.implementation.name
    facts["isVirtual"] = sys.prefix != sys.base_prefix
    facts["canFork"] = hasattr(os, "fork")
    facts["pytest"] = describe_pytest()
    facts["plugins"] = find_plugins()
    facts["packages"] = find_packages()
print("\n" + json.dumps(facts))
