import pytest

from agent_tools.policy import Policy


@pytest.fixture
def policy(tmp_path):
    rules = tmp_path / "rules.txt"
    rules.write_text("rm\nshutdown\n", encoding="utf-8")
    return Policy(rules)


async def test_what_is_not_forbidden_is_allowed(policy):
    assert await policy.allows("echo hello") is True


async def test_a_forbidden_word_is_refused(policy):
    assert await policy.allows("echo x && rm x") is False


async def test_without_rules_everything_is_allowed():
    assert await Policy().allows("rm everything") is True
