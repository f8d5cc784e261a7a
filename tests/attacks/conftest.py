from tests.browser.conftest import browser

# The browser of the browser tests, for attacks that need one.
__all__ = ["browser"]
