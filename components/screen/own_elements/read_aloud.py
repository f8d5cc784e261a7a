"""A button that has a text read by the browser's own voice; nothing is sent anywhere, and without a voice there is no button."""

from components.screen.own_elements import elements
from components.session import resources

_NAME = "read_aloud"
_ELEMENT = elements.element(_NAME, html="<div class='aloud'></div>")


def offer(about: str) -> None:
    """Offer to read the section that is drawn next, as it is seen; `about` names it, and no other on the screen."""
    _ELEMENT(key=f"read_aloud_{about}", data={"about": about, "words": _words()})


def for_elements() -> dict[str, object]:
    """What another element needs to offer it for its own words: where the script is, and what a button says."""
    return {"script": elements.path(_NAME), "words": _words()}


def _words() -> dict[str, str]:
    words = resources.wording().frame
    return {"read": words.read_aloud, "stop": words.stop_reading}
