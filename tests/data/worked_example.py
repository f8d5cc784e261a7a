"""The first worked example of the manual (instrument 2.7): one person's sheet and its retake."""

from data.answers import Answer, Area, Likeness, Portrait, Week

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

PORTRAITS: dict[Portrait, Likeness] = {Portrait.JOB: 1, Portrait.CAREER: 2, Portrait.CALLING: 3}

WEEK = Week(
    now={Area.CAREER: 50, Area.PASSIONS: 4, Area.CARE: 20, Area.REST: 6},
    wish={Area.CAREER: 40, Area.PASSIONS: 10, Area.CARE: 20, Area.REST: 10},
    energy={Area.CAREER: 8, Area.PASSIONS: 2, Area.CARE: 5, Area.REST: 1},
)
