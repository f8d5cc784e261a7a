"""What a team agreed on after a round, which its next round asks about: chosen with the manage link, and seen with any link of the team."""

from collections.abc import Mapping
from typing import TypeAlias
from uuid import UUID

from data.errors import AgreementsFull, AgreementsSettled
from data.groups import team_store
from data.groups.agreements.happened import PLACES
from data.groups.team_store import Round
from data.keys import Kind
from data.storage.store import Cursor, Store

# The ids of agreements by their places. What is taken back leaves its place empty.
Agreed: TypeAlias = Mapping[int, str]


def agreed_after(store: Store, round_id: UUID) -> Agreed:
    """What was agreed on after a round."""
    return dict(store.read(_AGREED, [round_id]))


def asked_in(store: Store, round: Round) -> Agreed:
    """What was agreed on after the round before: it is settled from the moment that this round opened."""
    asked = """
        SELECT place, agreement
        FROM agreement
        JOIN round AS former ON former.round_id = agreement.round_id
        JOIN round AS asking ON asking.team_id = former.team_id AND asking.number = former.number + 1
        WHERE asking.round_id = $1
        ORDER BY place
        """
    return dict(store.read(asked, [round.round_id]))


def agreed_of_rounds(store: Store, team_id: UUID) -> Mapping[int, Agreed]:
    """The same of all rounds of a team, by their numbers; of those alone after which something was agreed on."""
    of_team = """
        SELECT number, place, agreement
        FROM agreement
        JOIN round ON round.round_id = agreement.round_id
        WHERE team_id = $1
        ORDER BY number, place
        """
    found: dict[int, dict[int, str]] = {}
    for number, place, agreement in store.read(of_team, [team_id]):
        found.setdefault(number, {})[place] = agreement
    return dict(found)


def agree(store: Store, manage_key: str, after: Round, agreement: str) -> None:
    """Agree on one thing more after a round; what is agreed on already stays as it is.

    Raises BadKey; AgreementsSettled where the round is open, or the next one asks about them already; AgreementsFull.
    """
    team = team_store.find(store, manage_key, Kind.MANAGE)
    with store.transaction() as cursor:
        agreed = _unsettled(cursor, team.team_id, after)
        if agreement in agreed.values():
            return
        free = [place for place in PLACES if place not in agreed]
        if not free:
            raise AgreementsFull("agreements_full", most=len(PLACES))
        cursor.execute("INSERT INTO agreement VALUES ($1, $2, $3)", [after.round_id, free[0], agreement])


def take_back(store: Store, manage_key: str, after: Round, agreement: str) -> None:
    """Agree on it no longer, if it was agreed on. Raises BadKey, and AgreementsSettled as above."""
    team = team_store.find(store, manage_key, Kind.MANAGE)
    with store.transaction() as cursor:
        _unsettled(cursor, team.team_id, after)
        cursor.execute("DELETE FROM agreement WHERE round_id = $1 AND agreement = $2", [after.round_id, agreement])


_AGREED = """
    SELECT place, agreement
    FROM agreement
    WHERE round_id = $1
    ORDER BY place
    """

_NEWEST = """
    SELECT round_id
    FROM round
    WHERE team_id = $1 AND number = (SELECT max(number) FROM round WHERE team_id = $1) AND closed_on IS NOT NULL
    """


def _unsettled(cursor: Cursor, team_id: UUID, after: Round) -> Agreed:
    """What is agreed on now. Asked inside the transaction: another tab may have opened the next round."""
    if cursor.execute(_NEWEST, [team_id]).fetchall() != [(after.round_id,)]:
        raise AgreementsSettled("agreements_settled")
    return dict(cursor.execute(_AGREED, [after.round_id]).fetchall())
