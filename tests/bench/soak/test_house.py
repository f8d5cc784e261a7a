import pytest

from bench.soak.house import NOBODY, Act, Damage, House, Life, Mixed, Place, Seen, damage

PLACES = (*[Place.ROUND] * 3, *[Place.ROUND_FIRST] * 2, Place.EVERYONE, Place.LATER, Place.NOWHERE)
EIGHT = tuple(Life(saved=number, links=1, place=place) for number, place in enumerate(PLACES, 1))
HOUSE = House(EIGHT, crowd=20, counted=12)
ORGANISER, SERVER = len(EIGHT), len(EIGHT) + 1
CLOSING, NIGHT = {ORGANISER: Act("close")}, {SERVER: Act("night")}


def seen(house: House = HOUSE, *, waiting: int = 0, later: int = 0, links: int = 0, records: int = 0, astray: int = 0) -> Seen:
    """The file that holds exactly that house, but for so many rows more, or fewer."""
    lives = house.lives
    return Seen(
        lives,
        house.crowd + sum(life.has_row for life in lives) + waiting,
        sum(life.place is Place.LATER for life in lives) + later,
        sum(life.links for life in lives) + links,
        sum(life != NOBODY for life in lives) + records,
        house.counted,
        astray,
    )


def test_what_was_acknowledged_and_is_there_is_no_damage() -> None:
    assert damage(HOUSE, {}, seen()) == Damage()


@pytest.mark.parametrize(
    "name", ["save", "share", "stop sharing", "join", "join again", "wait", "come back", "withdraw", "delete everything"]
)
def test_what_was_under_way_may_be_done_or_not(name: str) -> None:
    act = Act(name, 1)
    under_way = {6: act}

    assert damage(HOUSE, under_way, seen()) == Damage()
    assert damage(HOUSE, under_way, seen(HOUSE.after(6, act))) == Damage()


def test_a_save_that_is_gone_is_lost() -> None:
    saved = HOUSE.after(3, Act("save", 99))

    assert damage(saved, {}, seen()) == Damage(lost=1)


def test_something_that_was_done_without_being_asked_for_is_told_as_well() -> None:
    assert damage(HOUSE, {}, seen(HOUSE.after(3, Act("share")))) == Damage(lost=1)


@pytest.mark.parametrize("act", ["close", "count"])
def test_a_round_of_six_is_counted_once_and_one_of_five_waits_later_where_it_may(act: str) -> None:
    six = HOUSE.after(7, Act("join"))

    assert six.after(ORGANISER, Act(act)).counted == 12 + 6
    five = HOUSE.after(ORGANISER, Act(act))
    assert five.counted == 12
    assert [life.place for life in five.lives] == [*[Place.NOWHERE] * 3, *[Place.LATER] * 2, Place.EVERYONE, Place.LATER, Place.NOWHERE]


def test_a_closing_under_way_has_counted_everybody_or_nobody() -> None:
    six = HOUSE.after(7, Act("join"))
    closed = six.after(ORGANISER, Act("close"))

    assert damage(six, CLOSING, seen(six)) == damage(six, CLOSING, seen(closed)) == Damage()
    assert damage(six, CLOSING, seen(House(closed.lives, closed.crowd, counted=12))) != Damage()


def test_a_night_under_way_has_counted_each_who_waited_once_or_lets_them_wait() -> None:
    everybody, crowd_only = HOUSE.mixed(Mixed([5], 0)), HOUSE.mixed(Mixed([], 3))

    assert everybody.counted == 12 + 21
    assert [damage(HOUSE, NIGHT, seen(house)) for house in (HOUSE, everybody, crowd_only)] == [Damage()] * 3


def test_a_night_that_erases_somebody_without_counting_them_loses_them() -> None:
    uncounted = House(HOUSE.mixed(Mixed([5], 0)).lives, crowd=0, counted=12 + 20)

    assert damage(HOUSE, NIGHT, seen(uncounted)) == Damage(lost=1)


def test_a_night_that_counts_somebody_who_still_waits_doubles_them() -> None:
    assert damage(HOUSE, NIGHT, seen(House(EIGHT, crowd=20, counted=13))) == Damage(doubled=1)


def test_people_who_are_counted_more_than_once_are_doubled() -> None:
    assert damage(HOUSE, {}, seen(House(EIGHT, crowd=20, counted=18))) == Damage(doubled=6)


def test_people_who_were_counted_and_are_so_no_more_are_lost() -> None:
    assert damage(HOUSE, {}, seen(House(EIGHT, crowd=20, counted=6))) == Damage(lost=6)


def test_people_of_the_crowd_who_wait_no_more_are_lost() -> None:
    assert damage(HOUSE, {}, seen(House(EIGHT, crowd=18, counted=12))) == Damage(lost=2)


def test_rows_that_nobodys_record_knows_of_and_keys_of_what_was_counted_are_half_of_something() -> None:
    found = [seen(waiting=1), seen(later=1), seen(links=1), seen(records=1), seen(astray=1)]

    assert [damage(HOUSE, {}, each) for each in found] == [Damage(half=1)] * 5
