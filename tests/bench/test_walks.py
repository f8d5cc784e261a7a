from bench.server import Server
from bench.visitor import Visitor
from bench.walks import BARE, SURVEY


def test_the_bare_baseline_takes_one_run_to_open_and_two_for_each_of_its_four_forms() -> None:
    with Server(BARE.script) as server, Visitor(server.url) as visitor:
        BARE.enter(visitor)
        BARE.walk(visitor)

        assert visitor.runs == 1 + 4 * 2
        assert "You answered 36 statements." in visitor.screen.words()


def test_the_survey_package_takes_a_run_for_every_click() -> None:
    with Server(SURVEY.script) as server, Visitor(server.url) as visitor:
        SURVEY.enter(visitor)
        SURVEY.walk(visitor)

        assert visitor.runs == 1 + 36 + 4
        assert "Thank you." in visitor.screen.words()
