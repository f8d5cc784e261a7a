"""The first worked example of the manual (docs/instrument.md 9.1): one person's sheet and its retake."""

from data.instrument.answers import Answer, Area, Likeness, Portrait, Week

STATEMENTS: dict[str, Answer] = {
    "spark_origin": 4, "spark_fulfil": 3, "spark_moments": 4, "spark_motions": 3, "spark_drag": 3,
    "purpose_drive": 5, "purpose_impact": 4, "purpose_legacy": 4, "purpose_fog": 2,
    "align_vehicle": 2, "align_shape": 2, "align_values": 3, "align_drift": 5, "align_gap": 4,
    "mom_path": 3, "mom_skills": 4, "mom_change": 2, "mom_stuck": 4, "mom_pay": 3,
    "growth_goal": 2, "growth_time": 4, "growth_stretch": 3, "growth_still": 3,
    "bal_split": 2, "bal_care": 3, "bal_spill": 4, "bal_energy": 4,
    "out_time": 4, "out_place": 5, "out_lift": 4, "out_burner": 3,
    "sup_mentor": "na", "sup_network": 4, "sup_circle": 3, "sup_alone": 2,
}  # fmt: skip

RETAKE: dict[str, Answer] = STATEMENTS | {
    "align_vehicle": 4, "align_shape": 4, "align_drift": 3, "align_gap": 2,
    "bal_split": 4, "bal_spill": 3, "bal_energy": 3, "bal_flex": 3,
    "mom_change": 4, "mom_stuck": 3,
}  # fmt: skip

# The second worked example (docs/instrument.md 9.2): everything agreed with, and two of balance left out.
STRAIGHT_LINE: dict[str, Answer] = {id: 4 for id in (*STATEMENTS, "bal_flex") if id not in ("bal_split", "bal_care")}

PORTRAITS: dict[Portrait, Likeness] = {Portrait.JOB: 1, Portrait.CAREER: 2, Portrait.CALLING: 3}

WEEK = Week(
    now={Area.CAREER: 50, Area.PASSIONS: 4, Area.CARE: 20, Area.REST: 6},
    wish={Area.CAREER: 40, Area.PASSIONS: 10, Area.CARE: 20, Area.REST: 10},
    energy={Area.CAREER: 8, Area.PASSIONS: 2, Area.CARE: 5, Area.REST: 1},
)

# dimension, answered, mean, score, level, error, 80 % band, 95 % band: the table of docs/instrument.md 9.1.
TABLE = [
    ("spark", 5, 3.4, 60.0, "mid", 9.6077, (47.69, 72.31), (41.17, 78.83)),
    ("purpose", 4, 4.25, 81.25, "high", 10.4447, (67.86, 94.64), (60.78, 100.0)),
    ("alignment", 5, 2.0, 25.0, "low", 9.6077, (12.69, 37.31), (6.17, 43.83)),
    ("momentum", 5, 2.8, 45.0, "mid", 9.6077, (32.69, 57.31), (26.17, 63.83)),
    ("growth", 4, 3.0, 50.0, "mid", 10.4447, (36.61, 63.39), (29.53, 70.47)),
    ("balance", 4, 2.25, 31.25, "low", 10.4447, (17.86, 44.64), (10.78, 51.72)),
    ("outlet", 4, 4.0, 75.0, "high", 10.4447, (61.61, 88.39), (54.53, 95.47)),
    ("support", 3, 3.6667, 66.6667, "high", 11.5470, (51.87, 81.46), (44.03, 89.30)),
]
