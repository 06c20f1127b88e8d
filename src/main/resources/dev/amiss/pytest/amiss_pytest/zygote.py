def serve(request: int, channel: int) -> tuple[int, int]:
    raise NotImplementedError
