from data.content.language import ENGLISH
from data.totals.published import Agreement, Alike
from data.wording.groups import group_words


def test_whatever_may_be_said_of_how_alike_people_are_has_a_long_and_a_short_form() -> None:
    words = group_words.load(ENGLISH).insights

    assert words.agreement.keys() == words.agreement_short.keys() == set(Agreement)
    assert words.alike_short.keys() == set(Alike)
