"""What a browser shows before the first screen: why nothing comes where nothing comes, and a sentence for one without scripts."""

import re
from functools import cache
from html import escape
from pathlib import Path

from components.session import resources
from data.content.language import Language

SCRIPT = "/loading.js"
SOURCE = (Path(__file__).parent / "loading.js").read_text(encoding="utf-8")
_NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
# Streamlit points programs to a way in that is switched off here (.streamlit/config.toml).
_WAY_FOR_PROGRAMS = re.compile(rb'<link rel="service-desc"[^>]*>')


def explained(page: bytes, spoken: Language) -> bytes:
    """Streamlit's empty page with our script, and with our words for a browser that runs none."""
    said = f"<noscript><p>{escape(resources.wording(spoken).loading.noscript)}</p></noscript>".encode()
    named = _WAY_FOR_PROGRAMS.sub(b"", page, count=1)
    # By a function: in a plain replacement a backslash in the words would be read as a group.
    return _NOSCRIPT.sub(lambda _: said, named, count=1).replace(b"</head>", _tag(spoken) + b"</head>", 1)


@cache
def _tag(spoken: Language) -> bytes:
    words = resources.wording(spoken).loading
    away = {"blocked": words.blocked, "crowd": words.crowd, "slow": words.slow, "unreachable": words.unreachable}
    lost = {"lost": words.lost, "again": words.again, "not-now": words.not_now, "still-away": words.still_away}
    told = " ".join(f'data-{name}="{escape(sentence)}"' for name, sentence in (away | lost).items())
    return f'<script src="{SCRIPT}" defer {told}></script>'.encode()
