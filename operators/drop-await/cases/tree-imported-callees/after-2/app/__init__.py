from .store import nothing as empty
from .store import save
