"""What a team agrees on after a round, on its organiser's desk: one or two things of a fixed list, until the next round opens."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.session import resources
from data.groups.agreements import agreement_store
from data.groups.agreements.agreement_store import Agreed
from data.groups.agreements.happened import PLACES
from data.groups.team_store import Round

# What carries a change out, says what came of it, and draws the desk anew.
Done = Callable[[Callable[[], object], str], None]


def say_asked(latest: Round) -> None:
    """Say what an open round asks about; nothing where nothing was agreed on before it."""
    asked = agreement_store.asked_in(resources.store(), latest)
    if asked:
        st.markdown(resources.agreement_words().desk.asked)
        st.markdown("\n".join(f"- {resources.agreement_words().named(id).text}" for id in asked.values()))


def ask(manage_key: str, latest: Round, agreed: Agreed, done: Done) -> None:
    """Show what is agreed on after a closed round, and let it be added to or taken back."""
    words = resources.agreement_words()
    st.subheader(words.title, anchor=False)
    st.markdown(words.desk.lead)
    # Of what stands here now: a press that was meant for something else finds no button any more (manage_round.say).
    state = f"{latest.number}_{'_'.join(agreed.values())}"
    for number, id in enumerate(agreed.values(), 1):
        st.markdown(f"{number}. **{words.named(id).text}.** {words.named(id).how}")
        if st.button(words.desk.remove.format(number=number), key=f"remove_{number}_{state}"):
            done(partial(agreement_store.take_back, resources.store(), manage_key, latest, id), words.desk.removed)
    if len(agreed) == len(PLACES):
        st.markdown(words.desk.full)
    else:
        _offer(manage_key, latest, state, done)


def _offer(manage_key: str, latest: Round, state: str, done: Done) -> None:
    words = resources.agreement_words()
    areas = [of.id for of in resources.instrument(latest.instrument).dimensions]
    area = st.selectbox(words.desk.area, areas, format_func=lambda id: resources.instrument(latest.instrument).names((id,)))
    offered = {one.id: one for one in words.of(area)}
    chosen = st.radio(
        words.desk.choice,
        list(offered),
        format_func=lambda id: offered[id].text,
        captions=[one.how for one in offered.values()],
        key=f"agreement_{area}",
    )
    if st.button(words.desk.add, key=f"agree_{state}"):
        done(partial(agreement_store.agree, resources.store(), manage_key, latest, chosen), words.desk.added)
