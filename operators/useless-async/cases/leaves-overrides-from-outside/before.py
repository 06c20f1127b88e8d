import json
from http.server import BaseHTTPRequestHandler
from some_library import Base


class Encoder(json.JSONEncoder):
    def default(self, o):
        return str(o)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        return 1

    def log_message(self, format, *args):
        return 2


class Widget(Base):
    def draw(self):
        return 3


async def run(encoder: Encoder, handler: Handler, widget: Widget):
    encoder.default(1)
    handler.log_message("")
    widget.draw()
