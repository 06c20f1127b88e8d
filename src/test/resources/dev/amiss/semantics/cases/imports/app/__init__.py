from .core import Core, connect as open_core
from .star import *
from . import plugins
from .core import missing
