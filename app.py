import streamlit as st
from starlette.middleware import Middleware

from components.screen import errors
from components.server import background_tasks, routes, startup
from components.server.browser_key import Arrival
from components.server.connection_limit import Admission
from components.server.link_previews import Previews
from components.server.security_headers import SecurityHeaders

startup.or_explain()
app = st.App(
    "pages/navigation.py",
    routes=routes.ROUTES,
    middleware=[Middleware(Admission), Middleware(SecurityHeaders), Middleware(Arrival), Middleware(Previews)],
    lifespan=background_tasks.lifespan,
    on_script_error=errors.for_anything,
)

if __name__ == "__main__":
    app.run()
