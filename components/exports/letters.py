"""Letters that no web page and no drawing may hold."""


def marked(text: str) -> str:
    """The text with a sign in the place of every letter that XML and HTML forbid, so that it is seen to be missing."""
    return "".join("\ufffd" if _is_forbidden(letter) else letter for letter in text)


def _is_forbidden(letter: str) -> bool:
    code = ord(letter)
    return (code < 0x20 and letter not in "\t\n\r") or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE
