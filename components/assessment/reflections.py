"""The private prompts of step 6."""

from collections.abc import Mapping

from components.screen import free_text
from components.session import resources
from data.instrument.answers import MAX_REFLECTION
from data.record.record import Draft


def ask(draft: Draft) -> dict[str, str]:
    """Ask the prompts; what was typed, by the prompt's number."""
    saved = draft.answers.reflections
    return {
        str(prompt.number): free_text.ask(
            prompt.text, saved.get(str(prompt.number), ""), most=MAX_REFLECTION, key=f"prompt_{prompt.number}"
        )
        for prompt in resources.instrument(draft.instrument).prompts
    }


def parse(typed: Mapping[str, str]) -> dict[str, str]:
    """The words as they are kept; empty ones are left out."""
    words = {number: free_text.parse(text, most=MAX_REFLECTION) for number, text in typed.items()}
    return {number: text for number, text in words.items() if text}
