from bench.walks import BARE, SURVEY, App


def test_the_bare_baseline_takes_one_run_to_open_and_two_for_each_of_its_four_forms() -> None:
    runs, words = _walked(BARE)

    assert runs == 1 + 4 * 2
    assert "You answered 40 statements." in words


def test_the_survey_package_takes_a_run_for_every_click() -> None:
    runs, words = _walked(SURVEY)

    assert runs == 1 + 40 + 4
    assert "Thank you." in words


def _walked(app: App) -> tuple[int, str]:
    with app.served() as server, app.ready(server) as visitor:
        before = visitor.runs
        app.walk(visitor)
        return visitor.runs - before, visitor.screen.words()
