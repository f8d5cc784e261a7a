import pytest

from bench.soak.house import NOBODY, Act, Damage, House, Life, Seen, damage

EIGHT = tuple(Life(saved=number, links=1, waits=number < 6) for number in range(1, 9))
HOUSE = House(EIGHT, counted=12)
ORGANISER = len(EIGHT)


def seen(house: House = HOUSE, *, waiting: int | None = None, links: int | None = None, records: int | None = None) -> Seen:
    """The file that holds exactly that house, but for the rows that are said otherwise."""
    lives = house.lives
    return Seen(
        lives,
        sum(life.waits for life in lives) if waiting is None else waiting,
        sum(life.links for life in lives) if links is None else links,
        sum(life != NOBODY for life in lives) if records is None else records,
        house.counted,
    )


def test_what_was_acknowledged_and_is_there_is_no_damage() -> None:
    assert damage(HOUSE, {}, seen()) == Damage()


@pytest.mark.parametrize(
    "act", [Act("save", 99), Act("share"), Act("stop sharing"), Act("join"), Act("withdraw"), Act("delete everything")]
)
def test_what_was_under_way_may_be_done_or_not(act: Act) -> None:
    under_way = {7: act}

    assert damage(HOUSE, under_way, seen()) == Damage()
    assert damage(HOUSE, under_way, seen(HOUSE.after(7, act))) == Damage()


def test_a_save_that_is_gone_is_lost() -> None:
    saved = HOUSE.after(3, Act("save", 99))

    assert damage(saved, {}, seen()) == Damage(lost=1)


def test_something_that_was_done_without_being_asked_for_is_told_as_well() -> None:
    assert damage(HOUSE, {}, seen(HOUSE.after(3, Act("share")))) == Damage(lost=1)


def test_a_round_of_six_is_counted_once_and_one_of_five_is_not() -> None:
    six = HOUSE.after(7, Act("join"))

    assert six.after(ORGANISER, Act("close")).counted == 12 + 6
    assert HOUSE.after(ORGANISER, Act("close")) == House(tuple(Life(life.saved, 1) for life in EIGHT), counted=12)


def test_a_closing_under_way_has_counted_everybody_or_nobody() -> None:
    six, closing = HOUSE.after(7, Act("join")), {ORGANISER: Act("close")}
    closed = six.after(ORGANISER, Act("close"))

    assert damage(six, closing, seen(six)) == damage(six, closing, seen(closed)) == Damage()
    assert damage(six, closing, seen(House(closed.lives, counted=12))) != Damage()


def test_people_who_are_counted_more_than_once_are_doubled() -> None:
    assert damage(HOUSE, {}, seen(House(EIGHT, counted=18))) == Damage(doubled=6)


def test_people_who_were_counted_and_are_so_no_more_are_lost() -> None:
    assert damage(HOUSE, {}, seen(House(EIGHT, counted=6))) == Damage(lost=6)


def test_rows_that_nobodys_record_knows_of_are_half_of_something() -> None:
    assert damage(HOUSE, {}, seen(waiting=6)) == damage(HOUSE, {}, seen(links=9)) == damage(HOUSE, {}, seen(records=9)) == Damage(half=1)
