from fastapi import APIRouter, Depends, FastAPI

app = FastAPI()
router = APIRouter()


def database():
    return {}


@app.get("/")
async def index(db=Depends(database)):
    return list(db)


@router.post("/items")
def add(item: str):
    return item


def health():
    return "ok"


app.add_api_route("/health", health)
