from data.instrument import instrument
from data.profile import pattern_rules

OLD, NEW = instrument.load("rk-1.0"), instrument.load("rk-1.1")


def test_every_rule_can_be_read_out_in_words() -> None:
    said = {pattern.id: pattern_rules.in_words(OLD, pattern) for pattern in OLD.patterns.all}

    assert said["in_tune"] == "alignment 62.5 or more and spark 62.5 or more and balance 50 or more and outlets 50 or more"
    assert said["parked"] == "momentum below 37.5"
    assert said["steady"] == "none of the other rules holds"


def test_where_scores_are_whole_numbers_the_cuts_are_too() -> None:
    said = {pattern.id: pattern_rules.in_words(NEW, pattern) for pattern in NEW.patterns.all}

    assert said["drifting"] == "alignment below 44 and spark below 44"
    assert said["running_low"] == "spark 63 or more and balance below 38"
    assert said["steady"] == "no other is near"
    assert said["incomplete"] == "any of spark, alignment, momentum, balance, outlets is missing"
    assert pattern_rules.sentence(NEW, NEW.patterns.named("parked")) == "The rule: momentum below 38."
