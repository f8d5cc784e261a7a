"""What somebody wrote in their own words while answering: for themselves to look back at and, if they say so, to take along."""

from typing import NamedTuple

from data.content.language import Language
from data.profile.profile import Profile
from data.wording import screens


class Written(NamedTuple):
    """One question and what was written under it, as it was written."""

    id: str
    question: str
    words: str


def written(profile: Profile, language: Language) -> tuple[Written, ...]:
    """Everything that was written, in the order of the questions; empty answers are left out."""
    own, sentences = profile.answers, profile.instrument.sentences
    every = (
        Written("work_is", sentences.work_is.stem, own.job_and_work.work_is),
        Written("job_is", sentences.job_is.stem, own.job_and_work.job_is),
        Written("obstacle_other", screens.load(language).balance.other, own.obstacles.other),
        *(
            Written(f"prompt_{prompt.number}", prompt.text, own.reflections.get(str(prompt.number), ""))
            for prompt in profile.instrument.prompts
        ),
    )
    return tuple(one for one in every if one.words)
