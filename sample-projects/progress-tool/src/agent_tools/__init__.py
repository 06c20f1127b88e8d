"""The tools of a small agent: a sandboxed shell whose progress a person can watch."""

from .agent import Agent
from .code_execution import CodeExecutionTool
from .tool import Response, Tool

__all__ = ["Agent", "CodeExecutionTool", "Response", "Tool"]
