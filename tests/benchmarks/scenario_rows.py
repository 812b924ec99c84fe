"""What-ifs and forecasts: scenarios applied and judged, ten side by side, years ahead in a thousand runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from planner.document import Document
from tests.benchmarks.measuring import Row, median_seconds

_TRANSFERS, _RECRUITS, _DRAWN = 8, 5, 4  # of each scenario; of every third one a campaign too


def with_scenarios(officers: int, n: int) -> Document:
    """Return a synthetic county with so many scenarios of some ten changes each, the same every time."""
    from planner.edits.scenarios import add_change, new_scenario
    from planner.samples import AS_OF, generate
    from planner.scenarios.records import ChangeKind
    from tests.planner.samples.as_county import as_county

    document, random = Document(as_county(generate(1, officers, auxiliaries=0))), Random(7)
    state = document.audit(AS_OF).state
    stations = [unit.id for unit in state.stations()]
    offices = [unit.id for unit in state.county.units.values() if unit.ours and not unit.is_station]
    people = [placed.person.id for placed in state.counted() if placed.home in offices]
    for number in range(1, n + 1):
        document = new_scenario(document, f"方案{number}")
        for person in random.sample(people, _TRANSFERS):
            day, unit = AS_OF + timedelta(days=random.randrange(300)), random.choice(stations)
            document = add_change(document, number, ChangeKind.TRANSFER, day, person=person, unit=unit)
        document = add_change(
            document, number, ChangeKind.RECRUIT, date(2027, 7, 1), unit=stations[0], number=_RECRUITS
        )
        if number % 3 == 0:
            campaign = {"unit": offices[-1], "number": _DRAWN, "until": date(2027, 3, 31)}
            document = add_change(document, number, ChangeKind.CAMPAIGN, date(2027, 1, 1), **campaign)
    return document


def scenarios(officers: int, n: int, repetitions: int) -> Iterator[Row]:
    """Measure one scenario applied and judged, and all of them compared with nothing and with all at hand."""
    from planner.comparison.options import AtHand, compared
    from planner.samples import AS_OF
    from planner.scenarios.applying import applied
    from planner.tables.comparison import comparison_rows

    document = with_scenarios(officers, n)
    every, last = tuple(document.scenarios.values()), n - n % 3 or n  # one with a campaign where there is one
    size = f"{officers} officers"
    judged = median_seconds(lambda: applied(document, last).document.audit(AS_OF), repetitions)
    changes = len(document.scenarios[last].changes)
    yield Row("scenario applied and judged", size, judged, note=f"{changes} changes")
    cold = median_seconds(lambda: comparison_rows(compared(document, every, AS_OF)), repetitions)
    yield Row("scenarios compared, nothing at hand", size, cold, note=f"{n} scenarios")
    at_hand: dict[int | None, AtHand] = {None: AtHand(audit=document.audit(AS_OF))}
    for scenario in every:
        made = applied(document, scenario.id)
        at_hand[scenario.id] = AtHand(made, made.document.audit(AS_OF))
    warm = median_seconds(lambda: comparison_rows(compared(document, every, AS_OF, at_hand)), repetitions)
    yield Row("scenarios compared, all at hand", size, warm, note=f"{n} scenarios")


def forecasts(officers: int, months: int, runs: int, repetitions: int) -> Iterator[Row]:
    """Measure the months ahead by what is known, and the chance that they hold."""
    from planner.forecast.months import forecast
    from planner.forecast.simulation import simulate
    from planner.samples import AS_OF

    document, size = with_scenarios(officers, 0), f"{officers} officers"
    known = median_seconds(lambda: forecast(document, AS_OF, months), repetitions)
    yield Row("forecast, known events", size, known, note=f"{months} months")
    ahead = forecast(document, AS_OF, months)
    drawn = median_seconds(lambda: simulate(ahead, document.policy, runs, 1), repetitions)
    yield Row("forecast, simulated", size, drawn, note=f"{runs} runs of {months} months")
