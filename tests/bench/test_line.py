from bench.line import Goal, Line


def test_a_line_shows_both_figures_the_ratio_and_the_goal() -> None:
    line = Line.of("server CPU", {"rekindle": 130, "bare": 100}, "ms", Goal(2))

    assert " ".join(str(line).split()) == "server CPU rekindle 130 ms bare 100 ms 1.30 x goal at most 2 x"


def test_a_ratio_beyond_its_goal_is_called_missed() -> None:
    assert str(Line.of("server CPU", {"rekindle": 201, "bare": 100}, "ms", Goal(2))).endswith("missed")
    assert not Line.of("server CPU", {"rekindle": 200, "bare": 100}, "ms", Goal(2)).missed


def test_a_goal_with_a_unit_is_held_against_our_own_figure() -> None:
    assert Line.of("script runs", {"rekindle": 13, "bare": 20}, "", Goal(12, "runs")).missed
    assert not Line.of("script runs", {"rekindle": 12, "bare": 1}, "", Goal(12, "runs")).missed


def test_a_ratio_that_cannot_be_formed_counts_as_missed() -> None:
    line = Line.of("memory", {"rekindle": 3, "bare": 0}, "kB", Goal(1.5))

    assert line.ratio is None
    assert line.missed


def test_a_line_without_a_goal_cannot_be_missed() -> None:
    assert not Line.of("bytes", {"rekindle": 9, "bare": 1}, "kB").missed


def test_a_goal_at_least_is_missed_from_below() -> None:
    slow = Line.of("mixing", {"rekindle": 29, "duckdb": 100}, "", Goal(0.3, at_least=True))

    assert str(slow).endswith("goal at least 0.3 x  missed")
    assert not Line.of("mixing", {"rekindle": 30, "duckdb": 100}, "", Goal(0.3, at_least=True)).missed


def test_long_figures_still_stand_apart_from_each_other() -> None:
    line = Line.of("/profile drawn", {"ten results, 300 notes": 365, "one result": 271}, "ms")

    assert "365 ms  " in str(line)
