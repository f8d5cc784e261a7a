import streamlit as st
from starlette.middleware import Middleware

from components import apology, doors, start, tending
from components.admission import Admission
from components.arrival import Arrival
from components.headers import SecurityHeaders
from components.previews import Previews

start.or_explain()
app = st.App(
    "pages/navigation.py",
    routes=doors.ROUTES,
    middleware=[Middleware(Admission), Middleware(SecurityHeaders), Middleware(Arrival), Middleware(Previews)],
    lifespan=tending.lifespan,
    on_script_error=apology.for_anything,
)

if __name__ == "__main__":
    app.run()
