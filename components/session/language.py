"""The language that this visit reads in: what the person chose here, else what their browser asks for, else English."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cache

import streamlit as st
from starlette.requests import cookie_parser

from components.session import cookies
from data.content.language import Language, choose, languages
from data.errors import BadSetting
from data.settings import settings

# What is said about somebody else meanwhile.
_OF_OTHERS: ContextVar[Language | None] = ContextVar("language", default=None)


@cache
def offered() -> tuple[Language, ...]:
    """Every language that this Rekindle speaks, first the one for whoever asks for none of them. Raises BadSetting."""
    spoken, first = languages(settings().languages), settings().language
    if first not in (language.tag for language in spoken):
        raise BadSetting("setting_language_unknown", tag=first)
    return tuple(sorted(spoken, key=lambda language: language.tag != first))


def current() -> Language:
    return _OF_OTHERS.get() or (choose(offered(), _asked()) if len(offered()) > 1 else offered()[0])


def of_request(headers: Mapping[str, str]) -> Language:
    """The language of a page that is asked for before there is a visit."""
    chosen = cookie_parser(headers.get("cookie", "")).get(cookies.language_name(), "")
    asked = (wish.split(";")[0] for wish in headers.get("accept-language", "").split(","))
    return choose(offered(), [chosen, *asked])


@contextmanager
def about_others() -> Iterator[None]:
    """What is said meanwhile is said about somebody else: "they" in place of "you"."""
    before = _OF_OTHERS.set(replace(current(), of_others=True))
    try:
        yield
    finally:
        _OF_OTHERS.reset(before)


def _asked() -> Iterator[str]:
    yield st.context.cookies.get(cookies.language_name()) or ""
    yield st.context.locale or ""
