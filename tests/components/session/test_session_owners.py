from components.session import session_owners
from components.session.session_owners import SessionOwners


def test_a_session_is_only_for_the_browser_that_used_it_last() -> None:
    owners = SessionOwners()
    owners.note("one", "hers")
    owners.note("two", "his")
    owners.note("two", "hers")

    asked = [("one", "hers"), ("one", "his"), ("two", "hers"), ("two", "his"), ("three", "hers")]
    assert [owners.owns(*words) for words in asked] == [True, False, True, False, False]


def test_the_session_that_was_quiet_for_longest_is_forgotten_first() -> None:
    owners = SessionOwners()
    owners.note("early", "hers")
    owners.note("busy", "hers")
    for number in range(session_owners._MOST - 1):
        owners.note(str(number), "his")
        owners.note("busy", "hers")

    assert owners.owns("busy", "hers")
    assert not owners.owns("early", "hers")
