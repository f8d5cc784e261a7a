"""Elements of our own whose script a browser fetches once: in each run Streamlit would send all of it again, script and style."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = "/elements/"
_ROOMS = Path(__file__).parents[2]
# Awaited before the element is drawn, so that its script is what Streamlit takes it for. A style of a shadow root reaches nothing else.
# A connection that is lost meanwhile may be back in a moment. By another address each time: a browser may remember that one failed.
_FETCHED = """
const fetched = async tries => {{
  try {{
    return await import(`${{location.origin}}{path}${{tries ? `?try=${{tries}}` : ''}}`)
  }} catch (error) {{
    if (tries === 20) throw error
    await new Promise(later => setTimeout(later, 500))
    return fetched(tries + 1)
  }}
}}
const {{ default: draw, style }} = await fetched(0)
const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
export default given => {{
  given.parentElement.adoptedStyleSheets = [sheet]
  return draw(given)
}}
"""


def element(name: str, html: str) -> Any:
    """The element whose script and style are the files of that name in one of the rooms."""
    return st.components.v2.component(name, html=html, js=_FETCHED.format(path=path(name)))


def path(name: str) -> str:
    """Where a browser finds the script of an element; another one after each change, so that it may be kept for ever."""
    return f"{FOLDER}{name}-{sha256(script(name).encode()).hexdigest()[:16]}.js"


@cache
def script(name: str) -> str:
    """What a browser is given: the script, and its style as one more word of it."""
    source = next(_ROOMS.rglob(f"{name}.js"))
    style = source.with_suffix(".css")
    text = style.read_text(encoding="utf-8") if style.exists() else ""
    return f"{source.read_text(encoding='utf-8')}\nexport const style = {json.dumps(text)}\n"


@cache
def scripts() -> dict[str, str]:
    """Every script that is fetched, by its path."""
    # Those of the server go into the head of a page instead.
    found = [file.stem for file in _ROOMS.rglob("*.js") if "server" not in file.parts]
    return {path(name): script(name) for name in found}
