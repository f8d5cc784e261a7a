"""What is still unanswered before finishing, in the words of the questions themselves."""

from data.instrument.answers import Answers, Step
from data.instrument.instrument import Instrument


def unanswered(instrument: Instrument, answers: Answers) -> dict[Step, tuple[str, ...]]:
    """The questions that have no answer yet, by the step that asks them, in order; complete steps are left out. The week counts as one."""
    # Without the last step: its questions are for oneself, and none of them is ever open (docs/instrument.md 1.9).
    found = {
        Step.LIFE_STAGE: _life_stage(instrument, answers),
        Step.JOB_AND_WORK: _portraits(instrument, answers) + _statements(instrument, answers, Step.JOB_AND_WORK),
        Step.DRIVE: _statements(instrument, answers, Step.DRIVE),
        Step.PATH: _statements(instrument, answers, Step.PATH),
        Step.BALANCE: _week(instrument, answers) + _statements(instrument, answers, Step.BALANCE),
    }
    return {step: questions for step, questions in found.items() if questions}


def _statements(instrument: Instrument, answers: Answers, step: Step) -> tuple[str, ...]:
    return tuple(item.text for item in instrument.page(step) if item.id not in answers.statements)


def _portraits(instrument: Instrument, answers: Answers) -> tuple[str, ...]:
    return tuple(portrait.text for portrait in instrument.portraits if portrait.id not in answers.job_and_work.portraits)


def _week(instrument: Instrument, answers: Answers) -> tuple[str, ...]:
    questions = instrument.week
    asked = ((questions.now, answers.week.now), (questions.wish, answers.week.wish), (questions.energy, answers.week.energy))
    return tuple(text for text, given in asked if not any(given.values()))


def _life_stage(instrument: Instrument, answers: Answers) -> tuple[str, ...]:
    """All but the age group, which nobody needs to give (docs/instrument.md 1.5)."""
    asked = (question for question in instrument.life_stage if question.id != "age_band")
    return tuple(question.text for question in asked if not getattr(answers.life_stage, question.id))
