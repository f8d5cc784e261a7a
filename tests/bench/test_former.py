from bench import former


def test_the_former_code_is_unpacked_as_it_was_or_not_at_all() -> None:
    """Not at all where there is no history, as in an archive of one commit."""
    with former.unpacked() as folder:
        there = folder is None or (folder / "data" / "joining.py").is_file()

    assert there
    assert folder is None or not folder.exists()
