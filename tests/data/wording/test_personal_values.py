from data.content.language import ENGLISH
from data.record.journal_entries import MAX_OWN_VALUE, VALUES_PICKED
from data.wording import personal_values


def test_there_are_enough_different_values_to_pick_from() -> None:
    listed = personal_values.load(ENGLISH)

    assert len({value.id for value in listed}) == len({value.name for value in listed}) == len(listed) > 4 * VALUES_PICKED
    assert all(len(value.id) <= MAX_OWN_VALUE for value in listed)


def test_picked_values_are_read_by_name_and_own_words_as_they_are() -> None:
    assert personal_values.names(("craft", "teaching", "my own"), ENGLISH) == ("Craft", "Passing on", "my own")
