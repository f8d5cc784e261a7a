from data.totals.published import Reason, Withheld


def test_what_is_withheld_holds_no_number() -> None:
    assert vars(Withheld("team", Reason.TOO_FEW)) == {"label": "team", "reason": Reason.TOO_FEW}
