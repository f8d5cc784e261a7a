"""What can be wrong with a pilot's files, each as one sentence that says what to do about it."""


class PilotError(Exception):
    """Said to whoever runs the analysis, as it stands."""


class BadFile(PilotError):
    """A file of rows that cannot be read as one, or holds too little to say anything."""
