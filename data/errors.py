"""Every way in which Rekindle refuses. An error carries the rule that was broken and its values; the words are content."""


class RekindleError(Exception):
    """The family. `rule` names a sentence of `errors.toml`, `values` fill its gaps; neither holds an answer, a free text or a key."""

    # By position alone, because a sentence may have a gap called `rule` as well.
    def __init__(self, rule: str, /, **values: str | int) -> None:
        super().__init__(": ".join([rule, *map(str, values.values())]))
        self.rule, self.values = rule, values


class BadContent(RekindleError):
    """A content file breaks a rule; the message names the file, the place and the rule."""


class BadSetting(RekindleError):
    """A REKINDLE_* setting has a value that cannot be used."""


class AnswerNotAllowed(RekindleError):
    """A value came in that the questions do not offer."""


class TextTooLong(RekindleError):
    """Free words beyond the length that the question gives."""


class BadKey(RekindleError):
    """A key that is unknown, expired, withdrawn or not a key at all: all the same to whoever holds it."""


class RecordUnreadable(RekindleError):
    """A sealed record does not open under its key, or what is inside is not a record."""


class BadFile(RekindleError):
    """A file that was offered to start again from is not a record of ours."""


class RecordFull(RekindleError):
    """One person's record has grown to its limit; what it holds is safe, and so is what was being added, on its page."""


class GoalUnderWay(RekindleError):
    """A second growth goal while one is open."""


class StoreTrouble(RekindleError):
    """The database cannot do what was asked; nothing that was acknowledged is lost."""


class MixedMeanwhile(StoreTrouble):
    """Whoever was to be counted came or went meanwhile; nothing has happened."""


class DatabaseInUse(StoreTrouble):
    """Another process holds the database file."""


class NotADatabase(StoreTrouble):
    """The file at REKINDLE_DATABASE is something else, and is left as it is."""


class NewerDatabase(StoreTrouble):
    """The file was written by a newer Rekindle."""


class DemonstrationDatabase(StoreTrouble):
    """A file with invented people where real ones are kept."""


class NotADemonstration(StoreTrouble):
    """A file with real people where only invented ones may be."""


class DatabaseUnreachable(StoreTrouble):
    """The server of the database does not answer."""


class DatabaseReadOnly(StoreTrouble):
    """The file or its folder cannot be written."""


class DatabaseGone(StoreTrouble):
    """The file that is open lies no longer at its path."""


class NotExchangeable(StoreTrouble):
    """The file lies where it could never be exchanged for its rewritten self."""


class DiskFull(StoreTrouble):
    """There is no room left to save."""


class WrongDay(RekindleError):
    """A day was to be confirmed that is not the one of the clock."""


class NotATeamName(RekindleError):
    """A team name outside what may be shown to other people."""


class BadClosingDay(RekindleError):
    """A closing day in the past, or further off than answers may wait; or one that is to be moved to earlier."""


class TooManyTeams(RekindleError):
    """More teams than a list in a record can be looked through."""


class RoundClosed(RekindleError):
    """A round that takes no more answers, or none is open."""


class RoundStillOpen(RekindleError):
    """A new round was asked for while one is open."""


class AgreementsSettled(RekindleError):
    """What a team agreed on is asked in its next round already, or its round is still open."""


class AgreementsFull(RekindleError):
    """A team has agreed on as many things as a round asks about."""


class AnswerAfresh(RekindleError):
    """There is no result that may still join: none at all, too long ago, or of another version."""


class AlreadyMixed(AnswerAfresh):
    """The submission is part of a total already, so it can neither be taken back nor be counted a second time."""


class WaitsElsewhere(RekindleError):
    """The submission waits in another team's round; it can be withdrawn there first."""
