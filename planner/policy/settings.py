"""Every number, switch and order a policy pack may set, declared once with its words and its check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.policy.forecast_settings import FORECAST_SETTINGS
from planner.policy.setting import Setting
from planner.text import Text

RULES: Mapping[str, Text] = {
    "secondment": Text("抽调借调", "Draw-offs"),
    "hidden_secondment": Text("疑似未备案借用", "Hidden secondments"),
    "station_minimum": Text("派出所最低警力", "Station minimum"),
    "station_share": Text("派出所警力占比", "Station share"),
    "community_share": Text("社区民警占比", "Community share"),
    "field_time": Text("在辖区工作时间", "Field time"),
    "duty_cover": Text("值班在岗人数", "Duty cover"),
    "kin_avoidance": Text("任职回避", "Kin avoidance"),
    "ledger_gap": Text("在编在岗差异", "Books and present differ"),
}
PLANNING_RULES = ("secondment", "station_minimum", "station_share", "community_share", "field_time")
ENFORCEMENTS: Mapping[str, Text] = {
    "hard": Text("必须满足", "hard"),
    "soft": Text("尽量满足", "soft"),
    "off": Text("不启用", "off"),
}
_NEVER_SOFT = ("kin_avoidance",)  # the law knows no shortage of it
PLANNED_LEDGERS: Mapping[str, Text] = {
    "present": Text("在岗", "present"),
    "effective": Text("折算", "effective"),
}
PLACES: Mapping[str, Text] = {
    "home": Text("编制单位", "home unit"),
    "work": Text("工作单位", "working unit"),
    "nowhere": Text("不计", "nowhere"),
}
AREAS: Mapping[str, Text] = {
    "unasked": Text("尚未确认", "not yet asked"),
    "beat": Text("本人责任区", "the officer's own beat"),
    "station": Text("派出所辖区", "the station's area"),
}


_TARGETS = Text("指标", "Targets")
_COUNTING = Text("口径", "Counting rules")
_PLANNING = Text("调整", "Planning")
_DUTY = Text("值班工时", "Duty hours")
_STANDING = Text("人员状态计入", "Where each status counts")
_WEIGHTS = Text("折算系数(百分之)", "Weights in hundredths")
_ENFORCED = Text("{rule}:要求", "{rule}: enforcement")

STANDINGS: Mapping[str, Text] = {
    "at_home": Text("在编制单位工作", "working at home"),
    "seconded_inside": Text("抽调借调至本局其他单位", "seconded inside the bureau"),
    "seconded_outside": Text("抽调借调至局外", "seconded outside the bureau"),
    "sent_out": Text("组织选派(驻村、援派、挂职、脱产培训)", "sent out by the organisation"),
    "long_absent": Text("长期不在岗(病休、产假、停职、羁押、离岗)", "long absence"),
    "detailed_down": Text("机关下派派出所", "detailed down to a station"),
    "temporary": Text("临时勤务", "temporary help"),
}


_TARGET_SETTINGS: tuple[Setting, ...] = (
    Setting("secondment.allowed", Text("允许抽调借调人数", "Draw-offs allowed"), "count", _TARGETS),
    Setting("station_minimum.required", Text("派出所最低警力", "Station minimum"), "count", _TARGETS, 0, 999),
    Setting(
        "station_minimum.more_than",
        Text("须超过最低警力(≤ 即不达标)", "Must exceed the minimum (≤ falls short)"),
        "switch",
        _TARGETS,
    ),
    Setting("station_share.required", Text("派出所警力占比", "Station share"), "share", _TARGETS),
    Setting("community_share.required", Text("社区民警占比", "Community share"), "share", _TARGETS),
    Setting("field_time.required", Text("在辖区工作时间占比", "Field time"), "share", _TARGETS),
    Setting(
        "hidden_secondment.allowed_days",
        Text("每月容许在外单位工作天数", "Days a month elsewhere without a record"),
        "count",
        _TARGETS,
        0,
        31,
    ),
    Setting("duty_cover.required", Text("值班同时在岗最少人数", "Least on duty"), "count", _TARGETS, 1, 99),
    Setting(
        "duty_cover.custody_women",
        Text("监管场所值班最少女性人数", "Least women on duty in custody units"),
        "count",
        _TARGETS,
        0,
        99,
    ),
    Setting("ledger_gap.margin", Text("在编在岗差异容许人数", "Books-present margin"), "count", _TARGETS),
    Setting("warning.margin", Text("余量少于多少人即预警", "Warn when margin is below"), "count", _TARGETS),
    Setting("warning.days", Text("到期预警天数", "Warn this many days before an end"), "count", _TARGETS),
)
_COUNTING_SETTINGS: tuple[Setting, ...] = (
    Setting("counting.traffic", Text("交警计入全局警力", "Traffic police counted"), "switch", _COUNTING),
    Setting(
        "counting.long_absent",
        Text("长期不在岗计入分母", "Long absence in the base"),
        "switch",
        _COUNTING,
    ),
    Setting("counting.area", Text("“辖区”口径", "Field time area"), "choice", _COUNTING, choices=AREAS),
    Setting(
        "counting.long_absence_days",
        Text("超过多少天为长期", "Long absence: over days"),
        "count",
        _COUNTING,
    ),
    Setting(
        "counting.temporary_days",
        Text("少于多少天为临时勤务", "Temporary: under days"),
        "count",
        _COUNTING,
    ),
)
_PLANNING_SETTINGS: tuple[Setting, ...] = (
    Setting("planning.kept_share", Text("机关最低保留比例", "Minimum kept share"), "share", _PLANNING),
    Setting(
        "planning.years_to_retirement",
        Text("距退休不足年数不调", "Not moved: years to retirement"),
        "count",
        _PLANNING,
        0,
        20,
    ),
    Setting(
        "planning.minimum_service_years",
        Text("入警不足年数不调", "Not moved: years of service below"),
        "count",
        _PLANNING,
        0,
        20,
    ),
    Setting(
        "planning.minimum_tenure_years",
        Text("任现单位不足年数不交流", "Not transferred: years in the unit below"),
        "count",
        _PLANNING,
        0,
        20,
    ),
    Setting(
        "planning.handover_limit",
        Text("每个单位最多调出人数(0 为不限)", "Most transfers out of one unit (0: no limit)"),
        "count",
        _PLANNING,
        0,
        999,
    ),
    Setting(
        "planning.custody_women",
        Text("监管场所最少女民警人数", "Fewest women officers in a custody unit"),
        "count",
        _PLANNING,
        0,
        99,
    ),
    Setting(
        "planning.case_qualification",
        Text("办案岗位须有执法资格", "The case post needs a qualification"),
        "switch",
        _PLANNING,
    ),
    Setting(
        "planning.ledger",
        Text("调整所依据的口径", "Ledger a plan is counted on"),
        "choice",
        _PLANNING,
        choices=PLANNED_LEDGERS,
    ),
    Setting(
        "two_teams.command_room",
        Text("两队一室:综合指挥室最少人数", "Two teams, one office: least in the command room"),
        "count",
        _PLANNING,
        0,
        20,
    ),
    Setting(
        "two_teams.case",
        Text("两队一室:案件办理队最少人数", "Two teams, one office: least on cases"),
        "count",
        _PLANNING,
        0,
        20,
    ),
    Setting(
        "planning.order",
        Text("优先顺序", "Priority order"),
        "order",
        _PLANNING,
        choices={rule: RULES[rule] for rule in PLANNING_RULES},
    ),
)
_HARDSHIP_SETTINGS: tuple[Setting, ...] = (
    Setting(
        "hardship.retirement",
        Text("临近退休的困难值(每年)", "Hardship per year near retirement"),
        "count",
        _PLANNING,
        0,
        1000,
    ),
    Setting(
        "hardship.retirement_horizon",
        Text("临近退休年数", "Years that count as near retirement"),
        "count",
        _PLANNING,
        0,
        30,
    ),
    Setting(
        "hardship.beat_tenure",
        Text("离开责任区的困难值(每年)", "Hardship per year of beat tenure broken"),
        "count",
        _PLANNING,
        0,
        1000,
    ),
    Setting(
        "hardship.beat_tenure_most",
        Text("责任区任期计算上限(年)", "Years of beat tenure that count"),
        "count",
        _PLANNING,
        0,
        40,
    ),
    Setting(
        "hardship.minutes_per_kilometre",
        Text("每公里路程分钟数", "Minutes of travel per kilometre"),
        "count",
        _PLANNING,
        0,
        60,
    ),
    Setting(
        "hardship.minute",
        Text("路程每分钟的困难值", "Hardship per minute of travel"),
        "count",
        _PLANNING,
        0,
        1000,
    ),
)
_DUTY_SETTINGS: tuple[Setting, ...] = (
    Setting("duty.presence_hours", Text("一次值班在岗小时", "Hours present per duty"), "count", _DUTY, 1, 24),
    Setting("duty.counted_hours", Text("一次值班计入工时", "Hours counted per duty"), "count", _DUTY, 0, 24),
    Setting("duty.days", Text("每月值班天数", "Duty days a month"), "count", _DUTY, 1, 31),
    Setting(
        "duty.interval",
        Text("两次值班至少间隔天数(3 为每三天一次)", "Days from one duty to the next (3: every third day)"),
        "count",
        _DUTY,
        1,
        31,
    ),
    Setting("duty.standby", Text("每日备勤人数", "People on standby each day"), "count", _DUTY, 0, 99),
    Setting("duty.year_days", Text("全年工作日", "Working days a year"), "count", _DUTY, 1, 366),
    Setting("duty.day_hours", Text("每日工作小时", "Working hours a day"), "count", _DUTY, 1, 24),
    Setting(
        "duty.auxiliary_share",
        Text("辅警值班工时折算(百分之)", "Auxiliaries' duty hours, in hundredths"),
        "count",
        _DUTY,
        0,
        100,
    ),
)


def _enforcements() -> Iterator[Setting]:
    for rule, title in RULES.items():
        words = {k: v for k, v in ENFORCEMENTS.items() if k != "soft" or rule not in _NEVER_SOFT}
        yield Setting(f"{rule}.enforcement", _ENFORCED.format(rule=title), "choice", _TARGETS, choices=words)


def _places() -> Iterator[Setting]:
    for standing, title in STANDINGS.items():
        for ledger, words in (("books", Text("在编", "books")), ("present", Text("在岗", "present"))):
            named = Text(f"{title.zh}:{words.zh}", f"{title.en}: {words.en}")
            yield Setting(f"standing.{standing}.{ledger}", named, "choice", _STANDING, choices=PLACES)


def _weights() -> Iterator[Setting]:
    weights = {
        "sworn": Text("民警", "Sworn officer"),
        "probationer": Text("试用期民警", "Probationer"),
        "detailed_down": Text("机关下派", "Detailed down"),
    }
    for key, title in weights.items():
        yield Setting(f"weight.{key}", title, "count", _WEIGHTS, 0, 100)


_DECLARED = (
    *_TARGET_SETTINGS,
    *_COUNTING_SETTINGS,
    *_PLANNING_SETTINGS,
    *_HARDSHIP_SETTINGS,
    *_DUTY_SETTINGS,
    *_enforcements(),
    *_places(),
    *_weights(),
    *FORECAST_SETTINGS,
)
SETTINGS: Mapping[str, Setting] = {s.key: s for s in _DECLARED}
