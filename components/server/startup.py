"""Before anything is served: the settings, the words and the database, or one sentence why not."""

import logging
import os
import sys
from importlib import import_module
from urllib.parse import urlsplit

import streamlit as st
from altair.utils import schemapi
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from components.server import access_log, log_lines, metrics
from components.server.page import accent
from components.session import language, resources
from data.content.language import ENGLISH
from data.errors import BadContent, BadSetting, RekindleError
from data.settings import settings
from data.wording import error_words, every_file

# What only the profile needs takes seconds to import; the first person to finish should not wait for it.
_SLOW_TO_IMPORT = "components.profile.all_sections"

_HOSTS, _HOSTS_SET = "server.allowedHosts", "STREAMLIT_SERVER_ALLOWED_HOSTS"


def prepare_or_exit() -> None:
    """Read and open everything that serving needs; where something is wrong, end with a sentence and no traceback."""
    # Before anything can go wrong, so that what goes wrong is told in one line too.
    log_lines.keep_to_one_line()
    logging.getLogger(access_log.LOGGER).addFilter(access_log.WithoutKeys())
    # Our own charts hold to the schema, and tests draw them checked. Checking took half of the time in which a profile was drawn.
    schemapi.disable_debug_mode()
    try:
        for spoken in language.offered():
            every_file.read(spoken)
        _take_hosts()
        accent.take()
        # Before the database, which may have something to say as it opens.
        if settings().log_format == "json":
            log_lines.write_json()
        resources.store()
        metrics.serve()
        import_module(_SLOW_TO_IMPORT)
    except RekindleError as error:
        sys.exit(_why_not(error))


def _take_hosts() -> None:
    """Where the live connection would be refused, people would see an empty page for ever, so nothing is served at all."""
    if _HOSTS_SET in os.environ:
        # Streamlit reads its environment under `streamlit run` alone.
        config.set_option(_HOSTS, os.environ[_HOSTS_SET].split())
    if any("," in host for host in st.get_option(_HOSTS)):
        raise BadSetting("setting_hosts_comma")
    # By the very rule that the connection is measured by.
    if not is_host_allowed(urlsplit(settings().base_url).netloc):
        raise BadSetting("setting_hosts")


def _why_not(error: RekindleError) -> str:
    try:
        return error_words.load(ENGLISH).not_started.format(why=error_words.sentence(error, ENGLISH))
    except BadContent as broken:
        # The very file of these words has a mistake, so that the values must speak for themselves.
        return str(broken)
