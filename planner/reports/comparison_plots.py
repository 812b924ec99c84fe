"""The two charts of the comparison, scaled for the template: thousandths of the width and the height."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.audit.ledgers import Ledger
from planner.comparison.options import Comparison
from planner.text import Text, joined, same

_TIMELINE = Text("派出所警力占比(在岗)逐月预测", "Station share (present), forecast by month")
_CURVE = Text(
    "取舍曲线:最多交流人数(横)与最少仍缺人数(纵)", "Trade-off: transfers at most (across), people short (up)"
)
_REQUIRED = Text("要求 {share}", "required {share}")
_REQUIRED_OF = Text("要求 {share}({options})", "required {share} ({options})")
_FULL = 1000
_NAMED_MONTHS = 6
_STEPS = (1, 2, 5)
_TICKS = 6
_APART = 90  # so far from each other two letters can be read
_LETTER = 40  # how wide one is
Points = Sequence[tuple[int, int]]
Plot = Mapping[str, object]


def timeline_plot(comparison: Comparison) -> Plot | None:
    """Return the station share of every option over the months; None where the rule is off."""
    rule = ("station_share", Ledger.PRESENT)
    series: list[tuple[str, Points]] = []
    required: dict[int, list[Text]] = {}
    for option in comparison.options:
        targets = [month.targets.get(rule) for month in option.months or ()]
        points = [
            (n, t.numerator * _FULL // t.denominator)
            for n, t in enumerate(targets)
            if t is not None and t.denominator
        ]
        if points:
            series.append((option.letter, points))
        share = option.audit.state.policy.share("station_share.required")
        whose = same(option.letter) if option.letter else option.name
        required.setdefault(share.numerator * _FULL // share.denominator, []).append(whose)
    months = [month.date for month in comparison.now.months or ()]
    every = max(1, -(-len(months) // _NAMED_MONTHS))
    across = [(n, f"{day:%Y-%m}") for n, day in enumerate(months) if n % every == 0]
    return _plot(_TIMELINE, series, across, required, "%", 10) if series and months else None


def curve_plot(comparison: Comparison) -> Plot | None:
    """Return what stays short with 0, 1, 2 … transfers; None where no curve is known."""
    series: list[tuple[str, Points]] = [
        (option.letter, [(p.transfers, p.total) for p in option.curve])
        for option in comparison.options
        if option.curve
    ]
    if not series:
        return None
    most = max(x for _, points in series for x, _ in points)
    across = [(x, str(x)) for x in _ticks(0, most)]
    return _plot(_CURVE, series, across, {}, "", 1)


def _plot(
    title: Text,
    series: list[tuple[str, Points]],
    across: list[tuple[int, str]],
    lines: Mapping[int, Sequence[Text]],  # what is required, and of whom
    unit: str,
    scale: int,
) -> Plot:
    ups = [y for _, points in series for _, y in points] + list(lines)
    most_x = max(1, *(x for _, points in series for x, _ in points))
    low, high = (min(ups), max(ups)) if lines else (0, max(ups))
    margin = max((high - low) // 10, scale)
    low, high = max(0, low - margin) if lines else 0, high + margin

    def x(value: int) -> int:
        return value * _FULL // most_x

    def y(value: int) -> int:
        return (value - low) * _FULL // (high - low)

    drawn = [[(x(a), y(b)) for a, b in points] for _, points in series]
    return {
        "title": title,
        "series": [
            {"letter": letter, "points": points} for (letter, _), points in zip(series, drawn, strict=True)
        ],
        "ends": _ends([points[-1] for points in drawn]),
        "across": [{"at": x(value), "words": same(words)} for value, words in across],
        "up": [{"at": y(v), "words": same(f"{v / scale:g}{unit}")} for v in _ticks(low, high)],
        "lines": [
            {"at": y(value), "words": _required(f"{value / scale:g}{unit}", lines[value], len(lines))}
            for value in sorted(lines)
        ],
    }


def _required(share: str, whose: Sequence[Text], lines: int) -> Text:
    """Return what a line requires; of whom where there is more than one."""
    return (_REQUIRED if lines == 1 else _REQUIRED_OF).format(share=share, options=joined(whose))


def _ends(ends: Sequence[tuple[int, int]]) -> list[Mapping[str, object]]:
    """Return where lines end, those that end too close together to be told apart as one."""
    found: list[tuple[tuple[int, int], list[int]]] = []
    for n in sorted(range(len(ends)), key=lambda n: -ends[n][1]):
        across, up = ends[n]
        for (there, height), lines in found:
            if abs(there - across) < _APART and height - up < _APART:
                lines.append(n)
                break
        else:
            found.append((ends[n], [n]))
    return _lifted(found)


def _lifted(ends: Sequence[tuple[tuple[int, int], list[int]]]) -> list[Mapping[str, object]]:
    """Lift letters that would stand on those of a line ending a little further on."""
    placed: list[tuple[int, int]] = []
    lifted: list[Mapping[str, object]] = []
    for (across, end), lines in sorted(ends, key=lambda end: -end[0][0]):
        up = end
        room = _LETTER * (len(lines) + 1)
        while any(across <= there < across + room and abs(up - height) < _APART for there, height in placed):
            up += _APART
        placed.append((across, up))
        lifted.append({"across": across, "up": up, "lines": sorted(lines)})
    return lifted


def _ticks(low: int, high: int) -> Iterator[int]:
    """Yield a few round numbers between two."""
    rough, power = max(1, (high - low) // _TICKS), 1
    while power * 10 <= rough:
        power *= 10
    step = next((power * s for s in _STEPS if power * s >= rough), power * 10)
    yield from range(-(-low // step) * step, high + 1, step)
