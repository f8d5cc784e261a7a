from data.content.language import ENGLISH
from data.exports.free_text import written
from tests.invented.full_record import HOSTILE, profile


def test_everything_that_was_written_comes_under_its_question_in_order() -> None:
    own = written(profile(HOSTILE[0]), ENGLISH)

    assert [one.id for one in own] == ["work_is", "job_is", "obstacle_other", *(f"prompt_{number}" for number in range(1, len(own) - 2))]
    assert {one.words for one in own} == {HOSTILE[0]}
    assert own[0].question.startswith("My work is")


def test_questions_without_an_answer_are_left_out() -> None:
    assert written(profile(""), ENGLISH) == ()
