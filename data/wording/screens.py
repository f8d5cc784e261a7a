"""The words of the screens, from `screens.toml`. A page says `wording().welcome.title`, so a missing word is a type error."""

from data.content import files
from data.content.files import Content
from data.content.language import Language
from data.wording.assessment_words import (
    BalanceWords,
    DriveWords,
    FrameWords,
    JobAndWorkWords,
    LifeStageWords,
    LoadingWords,
    NowhereWords,
    OpeningWords,
    PathWords,
    ReflectWords,
    StepWords,
    WelcomeWords,
)
from data.wording.journal_words import JournalWords
from data.wording.profile_words import (
    HistoryWords,
    KeepingWords,
    PreviewWords,
    ProfileWords,
    TakingWords,
)
from data.wording.sharing_words import LinkBoxWords, SharedWords, SharingWords


class Wording(Content):
    """All of them, a part for each screen and for what several screens share."""

    frame: FrameWords
    loading: LoadingWords
    opening: OpeningWords
    nowhere: NowhereWords
    welcome: WelcomeWords
    step: StepWords
    life_stage: LifeStageWords
    job_and_work: JobAndWorkWords
    drive: DriveWords
    path: PathWords
    balance: BalanceWords
    reflect: ReflectWords
    profile: ProfileWords
    link_box: LinkBoxWords
    keeping: KeepingWords
    taking: TakingWords
    preview: PreviewWords
    sharing: SharingWords
    shared: SharedWords
    journal: JournalWords
    history: HistoryWords


def load(language: Language) -> Wording:
    return files.load(Wording, "screens", language)
