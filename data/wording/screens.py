"""The words of the screens, from `content/en/screens.toml`. A page says `wording().welcome.title`, so a missing word is a type error."""

from functools import cache

from pydantic import ValidationError

from data.content.files import CONTENT, Content, first_mistake, read_documents, refusal
from data.wording.assessment_words import Balance, Drive, Frame, JobAndWork, LifeStage, Path, Reflect, Step, Welcome
from data.wording.profile_words import History, Journal, Keeping, Preview, Profile, Shared, Sharing, Taking

_FILE = "screens"


class Wording(Content):
    """All of them, a part for each screen and for what several screens share."""

    frame: Frame
    welcome: Welcome
    step: Step
    life_stage: LifeStage
    job_and_work: JobAndWork
    drive: Drive
    path: Path
    balance: Balance
    reflect: Reflect
    profile: Profile
    keeping: Keeping
    taking: Taking
    preview: Preview
    sharing: Sharing
    shared: Shared
    journal: Journal
    history: History


@cache
def load() -> Wording:
    """The words of the screens, read once per process; BadContent names the place of a mistake."""
    try:
        return Wording.model_validate(read_documents(CONTENT, (_FILE,))[_FILE])
    except ValidationError as error:
        _, mistake = first_mistake(error, {})
    raise refusal(f"{_FILE}.toml", mistake)
