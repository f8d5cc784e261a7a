"""Asks this browser to do what only it can: send a request that changes its cookies, and go where the answer says."""

import streamlit as st

from data.keys import fingerprint

# No script can change a cookie that is HttpOnly, nor can a WebSocket: it takes an answer to a request of the browser's own.
_ELEMENT = st.components.v2.component(
    "device",
    js="""
export default function ({ data }) {
  fetch(data.door, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Rekindle': 'device' },
    body: JSON.stringify(data.asks),
  })
    .then(answer => answer.json())
    .then(answer => {
      if (data.clears) sessionStorage.clear()
      data.stays ? location.reload() : location.replace(data.go ?? answer.go)
    })
    .catch(() => location.reload())
}
""",
)


# Once for each team and page: asked again, it might bring back what "Forget me on this device" has just removed.
_QUIET = st.components.v2.component(
    "remember",
    js="""
const asked = new Set()
export default function ({ data }) {
  if (asked.has(data.link)) return
  asked.add(data.link)
  fetch('/claim', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Rekindle': 'remember' },
    body: JSON.stringify({ link: data.link }),
  }).catch(() => asked.delete(data.link))
}
""",
)


def adopt_opened(key: str) -> None:
    """Make the profile that was opened through its link this device's own, if no other tab has opened another one since."""
    # By its fingerprint: what a page is sent must open nothing.
    _ELEMENT(key="device", data={"door": "/claim", "asks": {"keep": True, "shown": fingerprint(key)}})


def open_second(link: str) -> None:
    """Lay what a second viewer link shows beside the first."""
    _ELEMENT(key="device", data={"door": "/claim", "asks": {"link": link, "second": True}})


def close_second() -> None:
    _ELEMENT(key="device", data={"door": "/forget", "asks": {"second": True}})


def remember_team(key: str) -> None:
    """Let this browser hold the link of a team that its organiser has just made or opened here; nothing is drawn anew."""
    # The key itself: this page shows it to its holder anyway.
    _QUIET(key="remember", data={"link": key})


def read_in(tag: str) -> None:
    """Draw this screen, and all that follow, in the language of that tag."""
    _ELEMENT(key="device", data={"door": "/language", "asks": {"language": tag}, "stays": True})


def close_opened() -> None:
    _ELEMENT(key="device", data={"door": "/forget", "asks": {"opened": True}})


def forget(go: str | None = None) -> None:
    """Clear this device's cookies and what its tab kept unsent, then go to the start page."""
    _ELEMENT(key="device", data={"door": "/forget", "asks": {}, "clears": True, "go": go})
