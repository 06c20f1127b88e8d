from agent_tools.log import Log


def test_a_new_log_waits_for_input():
    log = Log()
    assert log.progress == "waiting for input"
    assert not log.progress_active


def test_an_item_becomes_the_progress():
    log = Log()
    log.log("info", "Thinking")
    assert log.progress == "Thinking"
    assert log.progress_active


def test_an_update_changes_heading_and_progress():
    log = Log()
    item = log.log("tool", "Using shell")
    item.update(heading="Session 1", content="a\nb")
    assert (item.heading, item.content, item.updates) == ("Session 1", "a\nb", 1)
    assert log.progress == "Session 1"


def test_reset_forgets_everything():
    log = Log()
    log.log("info", "Thinking")
    log.reset()
    assert log.items == []
    assert log.progress == "waiting for input"
