from uuid import uuid4

import pytest

from data.errors import StoreTrouble
from data.keys import Kind, new_key
from data.storage.waiting.waiting_seal import KeyPair, KeyWrap, Label, Opener, Waiting, seal

LABEL = Label(uuid4(), "rk-1.1", uuid4())
GIVEN = Waiting("mid", True, (-1, 0, 240, 7))


def test_what_is_sealed_opens_as_it_was_and_never_looks_the_same_twice() -> None:
    pair = KeyPair.new()
    envelopes = [seal(pair.public, LABEL, GIVEN) for _ in range(2)]

    found = Opener(pair.private).open(LABEL, envelopes[0])

    assert (found.stage, found.for_everyone, tuple(found.codes)) == ("mid", True, (-1, 0, 240, 7))
    assert envelopes[0] != envelopes[1]


@pytest.mark.parametrize("other", [LABEL._replace(round_id=None), LABEL._replace(instrument="rk-1.0"), LABEL._replace(pending_id=uuid4())])
def test_a_row_that_was_moved_or_relabelled_does_not_open(other: Label) -> None:
    pair = KeyPair.new()

    with pytest.raises(StoreTrouble):
        Opener(pair.private).open(other, seal(pair.public, LABEL, GIVEN))


def test_another_key_and_a_changed_byte_open_nothing() -> None:
    pair = KeyPair.new()
    envelope = seal(pair.public, LABEL, GIVEN)

    for opener, sealed in ((Opener(KeyPair.new().private), envelope), (Opener(pair.private), envelope[:-1] + bytes([envelope[-1] ^ 1]))):
        with pytest.raises(StoreTrouble):
            opener.open(LABEL, sealed)


def test_more_codes_than_there_is_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="more codes"):
        Waiting("mid", True, (0,) * 200).packed()


def test_a_key_is_unwrapped_by_the_link_and_kind_that_wrapped_it_and_under_its_own_name() -> None:
    link, name, pair = new_key(), uuid4(), KeyPair.new()
    wrap = KeyWrap.of_link(link, Kind.INSIGHTS)
    wrapped = wrap.wrap(name, pair.private)

    opener = wrap.unwrap(name, wrapped)

    assert opener and opener.open(LABEL, seal(pair.public, LABEL, GIVEN)).stage == "mid"
    assert wrap.unwrap(uuid4(), wrapped) is None
    assert KeyWrap.of_link(link, Kind.JOIN).unwrap(name, wrapped) is None
    assert KeyWrap.of_link(new_key(), Kind.INSIGHTS).unwrap(name, wrapped) is None
