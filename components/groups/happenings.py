"""What a round asks about its team's agreements: whether each has happened, as a part of joining."""

from collections.abc import Mapping

import streamlit as st

from components.assessment import radio_groups
from components.session import resources
from data.errors import AnswerNotAllowed
from data.groups.agreements.agreement_store import Agreed
from data.groups.agreements.happened import Happened, Happenings
from data.groups.team_store import Round


def introduce(asked: Agreed) -> None:
    """Say what the team agreed on; nothing where it did not."""
    if asked:
        words = resources.agreement_words()
        st.subheader(words.joining.title, anchor=False)
        st.markdown(words.joining.lead)
        st.markdown("\n".join(f"- **{words.named(id).text}.** {words.named(id).how}" for id in asked.values()))


def ask(round: Round, asked: Agreed) -> object:
    """Ask whether each has happened; what the browser says is chosen now. A refresh loses nothing of it."""
    if not asked:
        return {}
    words = resources.agreement_words()
    *scale, apart = (words.said[said] for said in Happened)
    given = radio_groups.ask(
        f"happenings_{round.round_id}",
        {},
        keep=f"happenings:{round.round_id}",
        seen=False,
        questions=[
            {"id": _question(place), "text": words.joining.question.format(text=words.named(id).text)} for place, id in asked.items()
        ],
        choices=radio_groups.choices(scale, first=0),
        apart={"value": len(scale), "text": apart},
    )
    st.caption(words.joining.promise)
    return given.answers


def parse(given: object, asked: Agreed) -> Happenings:
    """What was said of each place, but of those left open; AnswerNotAllowed where these are no answers to these questions."""
    said, places = tuple(Happened), {_question(place): place for place in asked}
    if not isinstance(given, Mapping) or not given.keys() <= places.keys():
        raise AnswerNotAllowed("answer_not_allowed")
    for answer in given.values():
        if isinstance(answer, bool) or not isinstance(answer, int) or answer not in range(len(said)):
            raise AnswerNotAllowed("answer_not_allowed")
    return {places[question]: said[answer] for question, answer in given.items()}


def _question(place: int) -> str:
    return f"agreement_{place}"
