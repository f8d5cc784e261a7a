from data.content.language import ENGLISH
from data.wording.groups import guide_words


def test_the_conversation_takes_forty_five_minutes_and_ends_with_an_agreement() -> None:
    words = guide_words.load(ENGLISH)

    assert words.minutes == 45
    assert "Agree" in words.steps[-1].title


def test_three_cases_are_named_in_which_rekindle_is_the_wrong_tool() -> None:
    few, conflict, jobs = guide_words.load(ENGLISH).wrong

    assert "fewer than 6 people" in few and "conflict about one person" in conflict and "decide on jobs" in jobs
