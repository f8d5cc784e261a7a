from data.content.language import ENGLISH
from data.wording.groups import slide_words


def test_the_title_of_every_slide_is_a_question() -> None:
    words = slide_words.load(ENGLISH)

    assert [title for title in (words.cover, words.close, *words.questions.values()) if not title.endswith("?")] == []


def test_whoever_leads_is_told_what_nobody_may_say_or_ask() -> None:
    may_not = slide_words.load(ENGLISH).notes.may_not

    assert "who took part" in may_not and "Do not compare this team" in may_not
