from .store import count
