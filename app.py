import streamlit as st
from starlette.middleware import Middleware

from components.screen import errors
from components.server import background_tasks, routes, startup
from components.server.browser_key import BrowserKeyMiddleware
from components.server.compressed_files import CompressedFilesMiddleware
from components.server.connection_limit import ConnectionLimitMiddleware
from components.server.own_origin import OwnOriginMiddleware
from components.server.own_session import OwnSessionMiddleware
from components.server.page import nowhere
from components.server.page.link_previews import LinkPreviewMiddleware
from components.server.security_headers import SecurityHeadersMiddleware

startup.prepare_or_exit()
app = st.App(
    # The script lies among its pages, never beside their folder (docs/decisions.md 1).
    "pages/navigation.py",
    routes=[*routes.ROUTES, *nowhere.ROUTES],
    middleware=[
        # From the outside in: no answer leaves without its headers, a foreign page takes no place, and who has to wait costs nothing else.
        Middleware(SecurityHeadersMiddleware),
        Middleware(OwnOriginMiddleware),
        Middleware(ConnectionLimitMiddleware),
        Middleware(CompressedFilesMiddleware),
        Middleware(OwnSessionMiddleware),
        Middleware(BrowserKeyMiddleware),
        Middleware(LinkPreviewMiddleware),
    ],
    lifespan=background_tasks.lifespan,
    on_script_error=errors.for_anything,
)

if __name__ == "__main__":
    app.run()
