from pathlib import Path

import pytest

from data.errors import StoreTrouble
from data.storage.waiting.server_secret import ServerSecret


def test_the_first_start_makes_a_secret_for_its_owner_alone_and_the_next_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "secret" / "rekindle.secret"

    made = [ServerSecret(path).make() for _ in range(2)]

    assert made == [True, False]
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert len(bytes.fromhex(path.read_text().strip())) == 32
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", ["", "no secret", "ab" * 31])
def test_a_damaged_secret_is_refused_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rekindle.secret"
    path.write_text(content)

    with pytest.raises(StoreTrouble, match="secret_unusable"):
        _ = ServerSecret(path).wrapping

    assert path.read_text() == content


def test_a_secret_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreTrouble, match="secret_unusable"):
        ServerSecret(tmp_path / "file" / "rekindle.secret").make()
