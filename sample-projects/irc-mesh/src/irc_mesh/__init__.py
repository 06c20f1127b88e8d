"""A mesh of small IRC servers, with bots that live on them."""

from .bot import Bot
from .message import Message
from .server import Server

__all__ = ["Bot", "Message", "Server"]
