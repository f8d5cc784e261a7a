from data.content.language import ENGLISH
from data.privacy_limits import MAX_MORE_WEEKS
from data.wording.groups.group_words import load


def test_there_are_words_for_every_choice_of_more_time_and_the_first_is_none() -> None:
    words = load(ENGLISH)

    assert len(words.desk.more_time_choices) == MAX_MORE_WEEKS + 1
    assert len(words.joining.more_time) == MAX_MORE_WEEKS
    assert "close it" in words.desk.more_time_choices[0]
