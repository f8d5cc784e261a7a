"""In which order a profile is kept, taken along, shown and deleted."""

from components.session import resources
from tests.pages.across.test_every_screen import FINISHED
from tests.pages.conftest import Somebody


def test_keep_and_share_begins_with_ones_own_link_and_ends_with_deleting(somebody: Somebody) -> None:
    """Seen to fail: with what is shared first, as it was."""
    words = resources.wording()
    somebody.holds(FINISHED)

    drawn = somebody.opens("profile")

    parts = [words.keeping.title, words.taking.title, words.sharing.title, words.keeping.delete_title]
    assert [heading.value for heading in drawn.subheader if heading.value in parts] == parts


def test_the_first_screen_and_the_card_below_name_the_same_idea(somebody: Somebody) -> None:
    words = resources.wording().profile
    somebody.holds(FINISHED)
    drawn = somebody.opens("profile")

    for _ in range(2):
        said = next(line.value for line in drawn.markdown if line.value.startswith(words.steps_first.format(action="")))
        assert said.removeprefix(words.steps_first.format(action="")) in [heading.value for heading in drawn.subheader]
        drawn.button(key="another_idea").click().run()
