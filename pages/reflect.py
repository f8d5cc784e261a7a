import streamlit as st

from components import enough, finishing, open_questions, own_words, reflections, resources, step
from data.instrument.answers import MAX_REFLECTION, Step

words = resources.wording().reflect
draft = step.open_step(Step.REFLECT, words.title)
if finishing.asked(draft):
    finishing.show(draft)
    enough.here()
open_questions.show(draft.answers)
st.header(words.prompts_title)
st.markdown(words.lead)
own_words.room(MAX_REFLECTION)
with st.form("reflect", enter_to_submit=False, border=False):
    typed = reflections.ask(draft.answers.reflections)
    go = step.buttons(Step.REFLECT, last=words.finish)
if go:
    step.save(Step.REFLECT, lambda answers: answers.model_copy(update={"reflections": reflections.kept(typed)}), go=go)
    finishing.ask()
