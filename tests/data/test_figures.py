from threading import Event, RLock, Thread

from data import figures


def value(name: str) -> float:
    return figures.REGISTRY.get_sample_value(name) or 0.0


def test_only_who_has_to_wait_for_a_turn_is_counted_as_waiting() -> None:
    lock, held, done = RLock(), Event(), Event()

    def hold() -> None:
        with figures.turn(lock):
            held.set()
            done.wait()

    before = value("rekindle_wait_seconds_count")
    holder = Thread(target=hold)
    holder.start()
    held.wait()
    waiter = Thread(target=figures.turn(lock).__enter__)
    waiter.start()
    while not value("rekindle_waiting"):
        waiter.join(0.01)
    done.set()
    holder.join()
    waiter.join()

    assert (value("rekindle_waiting"), value("rekindle_wait_seconds_count") - before) == (0, 1)
