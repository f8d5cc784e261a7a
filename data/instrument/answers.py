"""What somebody may answer, as frozen values. Whatever a browser sends passes through here before it is scored or saved."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from data.errors import AnswerNotAllowed


def _whole_number(value: object) -> object:
    if isinstance(value, bool | float):
        raise ValueError("true, false and 1.0 are no answers, though Python takes them for 1 and 0")
    return value


Rating: TypeAlias = Annotated[Literal[1, 2, 3, 4, 5], BeforeValidator(_whole_number)]
# What is answered to "Which one area have you worked on?" by somebody who worked on none in particular.
NONE_IN_PARTICULAR = "none"
# A deliberate answer, unlike a skipped statement, which is simply absent. Both score as missing (docs/instrument.md 1.2).
DOES_NOT_APPLY: Literal["na"] = "na"
Answer: TypeAlias = Rating | Literal["na"]
Likeness: TypeAlias = Annotated[Literal[0, 1, 2, 3], BeforeValidator(_whole_number)]

MAX_HOURS = 80
MAX_ENERGY = 10
MAX_OUTCOME = 10
# Strict, because pydantic would take "40" and true for numbers as well (docs/security.md 5.2).
Hours: TypeAlias = Annotated[int, Field(ge=0, le=MAX_HOURS, strict=True)]
Energy: TypeAlias = Annotated[int, Field(ge=0, le=MAX_ENERGY, strict=True)]
HowWell: TypeAlias = Annotated[int, Field(ge=0, le=MAX_OUTCOME, strict=True)]
Seconds: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False)]

MAX_SENTENCE = 160
# Long enough for a page of thought, short enough that a record stays small.
MAX_REFLECTION = 2000
MAX_OBSTACLE = 160
MAX_STARS = 2
Reflection: TypeAlias = Annotated[str, StringConstraints(max_length=MAX_REFLECTION)]
Worked: TypeAlias = Annotated[str, StringConstraints(max_length=20)]


class Step(StrEnum):
    """The six steps, in order; the value is the screen's address."""

    LIFE_STAGE = "life-stage"
    JOB_AND_WORK = "job-and-work"
    DRIVE = "drive"
    PATH = "path"
    BALANCE = "balance"
    REFLECT = "reflect"


class Area(StrEnum):
    CAREER = "career"
    PASSIONS = "passions"
    CARE = "care"
    REST = "rest"


class Outcome(StrEnum):
    """What is asked about life as a whole; part of no score (docs/rk11.md 1.9)."""

    WORKING_LIFE = "working_life"
    LIFE_OUTSIDE = "life_outside"


# In the order in which a blend of two is named (docs/instrument.md 2.5).
class Portrait(StrEnum):
    JOB = "job"
    CAREER = "career"
    CALLING = "calling"


class StageSelf(StrEnum):
    EARLY = "early"
    MID = "mid"
    LATER = "later"
    UNSURE = "unsure"


class Transition(StrEnum):
    NO = "no"
    STARTING_OUT = "starting_out"
    NEW_ROLE = "new_role"
    CHANGING_FIELD = "changing_field"
    RETURNING = "returning"
    BETWEEN_JOBS = "between_jobs"
    WINDING_DOWN = "winding_down"


class YearsBand(StrEnum):
    UP_TO_2 = "0-2"
    FROM_3 = "3-7"
    FROM_8 = "8-14"
    FROM_15 = "15-24"
    FROM_25 = "25+"


class Responsibility(StrEnum):
    CHILDREN = "children"
    ADULT_CARE = "adult_care"
    LEADING = "leading_people"
    MAIN_EARNER = "main_earner"
    DEBT = "debt_or_rent"
    BUSINESS = "business"
    COMMUNITY = "community"
    NONE = "none"


class ResponsibilityChange(StrEnum):
    FEWER = "fewer"
    SAME = "same"
    MORE = "more"


# For its person alone: no score, no stage and no total reads it, and nobody needs to give it (docs/instrument.md 1.5).
class AgeBand(StrEnum):
    FROM_18 = "18-24"
    FROM_25 = "25-34"
    FROM_35 = "35-44"
    FROM_45 = "45-54"
    FROM_55 = "55-64"
    FROM_65 = "65+"
    UNSAID = "unsaid"


class FrozenValue(BaseModel):
    """The base of everything a record holds: frozen, strict about unknown fields, and never quoting an answer in an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class LifeStage(FrozenValue):
    """Step 1; every part may be skipped. Changes advice only, never a score (docs/instrument.md 1.5)."""

    stage_self: StageSelf | None = None
    transition: Transition | None = None
    years_band: YearsBand | None = None
    responsibilities: tuple[Responsibility, ...] = ()
    resp_change: ResponsibilityChange | None = None
    age_band: AgeBand | None = None


class JobAndWork(FrozenValue):
    """One's own two sentences (private, never counted or shared) and how like oneself each portrait is."""

    work_is: Annotated[str, StringConstraints(max_length=MAX_SENTENCE)] = ""
    job_is: Annotated[str, StringConstraints(max_length=MAX_SENTENCE)] = ""
    portraits: Mapping[Portrait, Likeness] = Field(default_factory=dict)


class Week(FrozenValue):
    """Hours in a usual week, hours wished for, and how much energy each area takes (0 to 10). All zero means not answered."""

    now: Mapping[Area, Hours] = Field(default_factory=dict)
    wish: Mapping[Area, Hours] = Field(default_factory=dict)
    energy: Mapping[Area, Energy] = Field(default_factory=dict)


class Obstacles(FrozenValue):
    """Ticked obstacles by id, at most two of them starred, and a private word of one's own."""

    ticked: tuple[str, ...] = ()
    starred: Annotated[tuple[str, ...], Field(max_length=MAX_STARS)] = ()
    other: Annotated[str, StringConstraints(max_length=MAX_OBSTACLE)] = ""


class Answers(FrozenValue):
    """One person's sheet. A statement that is absent was skipped."""

    life_stage: LifeStage = LifeStage()
    job_and_work: JobAndWork = JobAndWork()
    statements: Mapping[str, Answer] = Field(default_factory=dict)
    week: Week = Week()
    obstacles: Obstacles = Obstacles()
    reflections: Mapping[str, Reflection] = Field(default_factory=dict)
    # From rk-1.1 on, asked before the statements of a retake: a dimension, or "none"; None where it was not asked or not answered.
    worked: Worked | None = None
    # From rk-1.1 on; one that is absent was skipped.
    outcomes: Mapping[Outcome, HowWell] = Field(default_factory=dict)
    # Seconds spent on each page, for the careless-answer note of docs/instrument.md 7.2.
    page_seconds: Mapping[Step, Seconds] = Field(default_factory=dict)
    # From rk-1.1 on, of those the seconds on statements (docs/rk11.md 2.8); a page of which the browser told none is absent.
    statement_seconds: Mapping[Step, Seconds] = Field(default_factory=dict)

    @property
    def seconds_on_statements(self) -> Mapping[Step, float]:
        """Of each page that was opened: the time on its statements, where the browser told it, else all the time that it was in view."""
        return {step: self.statement_seconds.get(step, whole) for step, whole in self.page_seconds.items()}


Part = TypeVar("Part", bound=FrozenValue)


def validated(part: type[Part], /, **given: object) -> Part:
    """The part of a sheet that was given, once every value is one that the questions offer; else AnswerNotAllowed."""
    try:
        return part.model_validate(given)
    except ValidationError:
        raise AnswerNotAllowed("answer_not_offered", part=part.__name__) from None


# Direction overrides and isolates can make a line read as something else; joiners stay, emoji and Persian need them.
_DIRECTION = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def clean_text(text: str) -> str:
    """The text without control and direction-override characters, in composed form, trimmed. Line breaks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    # Half a surrogate pair (Cs) can be written into no file, and Cc is what terminals and printers obey.
    kept = (c for c in text if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _DIRECTION))
    return "".join(kept).strip()
