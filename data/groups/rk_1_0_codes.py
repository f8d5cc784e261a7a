"""What a sheet of rk-1.0 gives to the totals (docs/anonymity.md 2.1). The order is for ever. Pure."""

from data.groups import codebook, single_codes
from data.groups.codebook import HURRIED, MAX_MINUTES, MISSING, STAGES
from data.profile.job_and_work import Orientation, Quadrant
from data.profile.profile import Profile


def codes(found: Profile) -> dict[str, int]:
    """The code of every measure, in order."""
    flags = len(found.rules.signs(found.answers).shown)
    return {
        **single_codes.answers(found),
        **single_codes.scores(found),
        **_sums(found, hurried=flags >= HURRIED),
        codebook.ORIENTATION: single_codes.place(tuple(Orientation), found.orientation),
        codebook.QUADRANT: single_codes.place(tuple(Quadrant), found.place.quadrant if found.place else None),
        codebook.PATTERN: found.pattern.chosen.order,
        **single_codes.obstacles(found),
        codebook.STAGE: STAGES.index(single_codes.stage(found)),
        **single_codes.week(found),
        codebook.FLAGS: flags,
        codebook.MINUTES: single_codes.minutes(found.answers.page_seconds.values(), most=MAX_MINUTES),
    }


def _sums(found: Profile, *, hurried: bool) -> dict[str, int]:
    """Without hurry only. What is not counted any more keeps its place."""
    found_sums: dict[str, int] = {}
    for dimension in found.instrument.dimensions:
        found_sums |= {codebook.whole_answer_to(item.id): MISSING for item in found.instrument.items_of(dimension.id)}
        found_sums[codebook.sum_of(dimension.id)] = MISSING if hurried else single_codes.whole_sum(found, dimension.id)
    return found_sums
