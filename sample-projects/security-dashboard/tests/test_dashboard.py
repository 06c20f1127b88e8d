from unittest.mock import AsyncMock

from fastapi.testclient import TestClient

from security_dashboard import create_app


def test_nothing_is_there_at_first(client):
    assert client.get("/security/events").json() == []


def test_a_published_event_is_listed(client, admin):
    response = client.post("/security/events?kind=login", headers=admin)
    assert response.json()["source"] == "ada"
    assert [event["kind"] for event in client.get("/security/events").json()] == ["login"]


def test_publishing_needs_a_session(client):
    assert client.post("/security/events?kind=login").status_code == 401


def test_a_summary_counts(client, admin):
    client.post("/security/events?kind=alarm&severity=critical", headers=admin)
    summary = client.get("/security/summary").json()
    assert (summary["total"], summary["critical"], summary["noisy"]) == (1, 1, False)


def test_health_answers(client):
    # Weak: it answers when nothing is well, too.
    assert client.get("/security/health").status_code == 200


def test_health_is_unknown_where_nothing_works():
    manager = AsyncMock()
    manager.listeners = []
    manager.get_statistics.side_effect = OSError("no database")
    with TestClient(create_app(manager)) as client:
        assert client.get("/security/health").json()["status"] == "unknown"


def test_an_admin_may_purge(client, admin):
    # Nobody tries it without the right to do so.
    client.post("/security/events?kind=login", headers=admin)
    assert client.post("/security/purge?keep=0", headers=admin).json() == {"purged": 1}


def test_logging_out_says_goodbye(client, admin):
    # Nobody looks whether the session has ended.
    assert client.post("/security/logout", headers=admin).json() == {"goodbye": "ada"}


def test_a_dashboard_asks_for_statistics(client):
    with client.websocket_connect("/security/live") as socket:
        socket.send_text("stats")
        assert socket.receive_json()["type"] == "stats"
