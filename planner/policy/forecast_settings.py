"""The numbers a forecast goes by: the law of retirement, and how often people leave or are long absent."""

from __future__ import annotations

from planner.policy.setting import Setting
from planner.text import Text

_RETIREMENT = Text("法定退休", "Retirement by law")
_FORECAST = Text("预测", "Forecast")


def _count(group: Text, key: str, zh: str, en: str, low: int, high: int) -> Setting:
    return Setting(key, Text(zh, en), "count", group, low, high)


def _law(key: str, zh: str, en: str, low: int, high: int) -> Setting:
    return _count(_RETIREMENT, f"retirement.{key}", zh, en, low, high)


def _rate(key: str, zh: str, en: str, low: int, high: int) -> Setting:
    return _count(_FORECAST, f"forecast.{key}", zh, en, low, high)


FORECAST_SETTINGS: tuple[Setting, ...] = (
    _law("men_years", "男性原法定退休年龄", "Men: age before any delay", 40, 80),
    _law("men_from_year", "男性延迟起始出生年", "Men: delayed from this year of birth", 1900, 2100),
    _law("men_from_month", "男性延迟起始出生月", "Men: and this month of it", 1, 12),
    _law("women_years", "女干部原法定退休年龄", "Women in cadre posts: age before any delay", 40, 80),
    _law("women_from_year", "女干部延迟起始出生年", "Women: delayed from this year of birth", 1900, 2100),
    _law("women_from_month", "女干部延迟起始出生月", "Women: and this month of it", 1, 12),
    _law("step", "出生每晚几个月延迟一个月", "Months of birth per month of delay", 1, 120),
    _law("most", "最多延迟月数", "Most months of delay", 0, 120),
    _rate("attrition", "每年每万人离职、调出", "Departures a year per 10,000 officers", 0, 10_000),
    _rate("sickness", "每年每万人长期病休", "Long sick leaves a year per 10,000 officers", 0, 10_000),
    _rate("sickness_days", "每次长期病休天数", "Days of a long sick leave", 1, 1000),
    _rate("maternity", "每年每万名适龄女民警产假", "Maternity leaves a year per 10,000 women", 0, 10_000),
    _rate("maternity_days", "产假天数", "Days of a maternity leave", 1, 1000),
    _rate("maternity_from", "产假适龄起(周岁)", "Women counted for maternity from age", 15, 60),
    _rate("maternity_until", "产假适龄止(周岁,不含)", "Women counted for maternity below age", 15, 60),
)
