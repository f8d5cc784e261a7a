import pytest

from data.errors import NotATeamName
from data.groups.team_name import MAX_NAME, clean_team_name

# Markdown, HTML, links, directives, formulas, look-alikes and what is drawn as nothing (docs/security.md 5.1), and more.
HOSTILE = [
    "", " ", "\t\n", "\x00", "a\x00b", "a" * (MAX_NAME + 1), "\u202eevil", "good\u202egnp.exe", "a\u200bb", "\u2066team\u2069", "\ufeff",
    "![x](http://127.0.0.1/a.png)", "[x](http://127.0.0.1)", "<img src=x>", "<script>alert(1)</script>", "&lt;b&gt;", "javascript:alert(1)",
    "http://evil.example", "https://evil.example/x", "//evil.example", "www.evil.example", "WWW.EVIL", "evil.example", "a@evil.example",
    "me@x", "ftp://x", ":red[stop]", ":material/check:", ":streamlit:", ":shimmer[x]", "$$x$$", "$x$", "`x`", "**bold**", "_it_", "~~x~~",
    "# Head", "> quote", "- item", "| a | b |", "a | b", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "'; DROP TABLE team; --",
    "a;b", "a\\b", "a//b", "a/", "a #", "a:b", "a=b", "a{b}", "{{7*7}}", "${jndi}", "%s%n", "a%b", "\u3164", "\u3164\u3164team", "\u1160x",
    "team\uffa0", "\u2800",
    "e\u0301\u0301\u0301\u0301\u0301 z\u0337\u0321a\u0336l\u0334go", "😀", "✅ Verified", "a\ud800b", "http:\u2215\u2215evil",
    "evil\uff0eexample",
    "\uff1c\uff53cript\uff1e", "a->b", "..team", ".team", "(team", "team-", "team,", "team &", "\ufdfa\ufdfa\ufdfa",
]  # fmt: skip

FINE = [
    "R&D (North)",
    "O’Brien's crew",
    "Ümläut Æsir 東京 チーム",
    "Team 7",
    "A",
    "Équipe n. 3",
    "Vertrieb, Süd",
    "St.",
    "צוות",
    "فريق",
    "7 + 3",
    "Design/UX",
    "Team #1",
    "Sales - EMEA",
    "Sales – EMEA",
]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_what_could_do_harm_on_a_screen_is_refused_without_being_quoted(name: str) -> None:
    with pytest.raises(NotATeamName) as refused:
        clean_team_name(name)

    assert len(name.strip()) < 4 or name not in str(refused.value)


@pytest.mark.parametrize("name", FINE)
def test_what_people_call_their_teams_is_accepted(name: str) -> None:
    assert clean_team_name(name) == name


def test_spaces_and_wide_letters_are_put_in_order() -> None:
    assert clean_team_name("  Team\t\u00a0  \uff37\uff25\uff33\uff34 ") == "Team WEST"


@pytest.mark.parametrize("name", ["a" * MAX_NAME, "x" + " y" * 15])
def test_a_name_may_fill_its_whole_length(name: str) -> None:
    assert clean_team_name(name) == name


@pytest.mark.parametrize(("name", "sign"), [("Team: North", ":"), ("North <3", "<"), ("a\u200bb", "U+200B"), ("😀", "😀")], ids=ascii)
def test_a_sign_that_is_refused_is_named(name: str, sign: str) -> None:
    with pytest.raises(NotATeamName) as refused:
        clean_team_name(name)

    assert (refused.value.rule, refused.value.values) == ("team_name_sign", {"sign": sign})
