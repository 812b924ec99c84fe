"""What each verb does, from its options to its exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.command_line.confirmed import confirmed_json
from planner.command_line.contract import (
    check_json,
    conflicts_json,
    issue_line,
    issues_json,
    plan_json,
)
from planner.command_line.output import print_json, refuse_out, tell
from planner.command_line.reading import read
from planner.command_line.stopping import stop_flag, stopped_by_user
from planner.command_line.summary import check_summary, import_summary, plan_summary
from planner.document import Document
from planner.errors import InputError
from planner.optimise.duty.confirmed_words import confirmed_words
from planner.text import Language, Text

if TYPE_CHECKING:
    from planner.command_line.contract import Issue
    from planner.comparison.options import Comparison
    from planner.optimise.duty.agreement import Agreement
    from planner.optimise.proposal import Proposal
    from planner.scenarios.applying import Applied

COMPLIANT, WITH_FINDINGS = 0, 1
_CONFIRMING_SECONDS = 5.0  # for all stations together; a plan itself takes less


def carry_out(options: Namespace, language: Language) -> int:
    """Do what the verb says and return its exit code; raise InputError for what cannot be used."""
    verbs = {
        "check": _check,
        "plan": _plan,
        "explain": _explain,
        "forecast": _forecast,
        "compare": _compare,
        "duty": _duty,
        "report": _report,
        "import": _import,
        "sample": _sample,
    }
    return verbs[options.verb](options, language)


def _check(options: Namespace, language: Language) -> int:
    document, issues = read(options)
    audit = document.audit(options.as_of)
    if options.json:
        print_json(check_json(audit, issues))
    else:
        tell(map(issue_line, issues), language)
        print("\n".join(check_summary(audit, language)))
    return COMPLIANT if audit.complies else WITH_FINDINGS


def _plan(options: Namespace, language: Language) -> int:
    if options.more or options.file.is_dir():
        return _plan_many(options, language)
    _refuse_pools(options)
    if options.out is not None:
        refuse_out(options.out, (".xlsx", ".pdf", ".jingli"), [options.file])
    document, issues = read(options)
    proposal = _proposal(document, options, both=not options.json)
    found = _confirmed(document, proposal, options)
    if options.out is not None:
        _write_proposal(document, replace(proposal, confirmed=confirmed_words(found)), options)
    if options.json:
        print_json({**plan_json(proposal), "duty_confirmed": confirmed_json(document, found)})
    else:
        tell(map(issue_line, issues), language)
        said = (words.in_language(language) for words in confirmed_words(found))
        print("\n".join([*plan_summary(proposal, language), *said]))
    return _exit_code(proposal, language)


def _confirmed(document: Document, proposal: Proposal, options: Namespace) -> tuple[Agreement, ...]:
    """Return what duty rosters say of the plan's field time, in a few seconds of their own."""
    from planner.optimise.duty.confirming import confirmations
    from planner.optimise.running import Limits

    stop = stop_flag()
    with stopped_by_user(stop):
        limits = Limits(min(options.time_limit, _CONFIRMING_SECONDS))
        return tuple(confirmations(document, proposal, limits, stop))


def _plan_many(options: Namespace, language: Language) -> int:
    from planner.command_line.counties import files_of, plan_counties_of

    files = files_of((options.file, *options.more))
    if options.out is not None:
        refuse_out(options.out, (".xlsx",), files)
    stop = stop_flag()
    with stopped_by_user(stop):
        return plan_counties_of(files, options, language, stop)


def _explain(options: Namespace, language: Language) -> int:
    from planner.command_line.explaining import explain_json, explain_summary, officers_of
    from planner.optimise.explain.explanation import explain
    from planner.optimise.running import Limits

    document, issues = read(options)
    officers = officers_of(document, options.officer)
    stop = stop_flag()
    with stopped_by_user(stop):
        found = explain(document, options.as_of, Limits(options.time_limit), stop, options.conflict, officers)
    if options.json:
        print_json(explain_json(found))
    else:
        tell(map(issue_line, issues), language)
        print("\n".join(explain_summary(found, language)))
    return _exit_code(found.proposal, language)


def _forecast(options: Namespace, language: Language) -> int:
    from planner.command_line.forecasting import forecast_json, forecast_summary
    from planner.forecast.months import forecast
    from planner.forecast.preventing import preventions
    from planner.forecast.simulation import simulate
    from planner.optimise.running import Limits

    document, issues = read(options)
    done = _applied(document, options.scenario)
    document = done.document
    ahead = forecast(document, options.as_of, options.months)
    chances = simulate(ahead, document.policy, options.runs, options.seed)
    stop = stop_flag()
    with stopped_by_user(stop):
        ways = tuple(preventions(ahead, Limits(options.time_limit), stop))
    if options.json:
        conflicts = {"conflicts": conflicts_json(done.conflicts)}
        print_json({**forecast_json(ahead, chances, ways), **conflicts, "import_issues": issues_json(issues)})
    else:
        tell(map(issue_line, issues), language)
        tell([conflict.sentence for conflict in done.conflicts], language)
        print("\n".join(forecast_summary(ahead, chances, ways, language)))
    return COMPLIANT if ahead.complies else WITH_FINDINGS


def _applied(document: Document, name: str | None) -> Applied:
    """Return the document with a scenario applied, as it stands without one."""
    from planner.comparison.choosing import chosen
    from planner.scenarios.applying import Applied, applied

    if name is None:
        return Applied(document)
    (scenario,) = chosen(document.scenarios, [name])
    return applied(document, scenario.id)


def _compare(options: Namespace, language: Language) -> int:
    from planner.command_line.comparing import compare_json, compare_summary
    from planner.comparison.choosing import chosen
    from planner.comparison.options import compared

    if options.out is not None:
        refuse_out(options.out, (".xlsx", ".pdf"), [options.file])
    document, issues = read(options)
    found = compared(document, chosen(document.scenarios, options.scenario), options.as_of)
    if options.out is not None:
        found = _worked_out(found, options, language)
        _write_comparison(found, options)
    if options.json:
        print_json({**compare_json(found), "import_issues": issues_json(issues)})
    else:
        tell(map(issue_line, issues), language)
        print("\n".join(compare_summary(found, language)))
    return _comparison_code(found)


def _worked_out(found: Comparison, options: Namespace, language: Language) -> Comparison:
    """Return the comparison with everything a paper shows, saying what is being worked out."""
    from planner.comparison.answers import ANSWER_WORDS, Answer, answer_for, missing, with_answer
    from planner.optimise.running import Limits

    stop = stop_flag()
    with stopped_by_user(stop):
        for answer in Answer:
            for n in missing(found, answer):
                if stop.requested:
                    return found
                option = found.options[n]
                tell([ANSWER_WORDS[answer].format(option=option.lettered)], language)
                limits = Limits(options.time_limit)
                value = answer_for(option, options.as_of, answer, limits, lambda _: None, stop)
                found = with_answer(found, n, answer, value)
    return found


def _write_comparison(found: Comparison, options: Namespace) -> None:
    from planner.reports.write import write_report

    words: Language = options.language or "zh"
    source = options.file.name
    write_report(
        found.base, options.as_of, "comparison", options.out, language=words, source=source, compared=found
    )


def _duty(options: Namespace, language: Language) -> int:
    from planner.command_line import duty
    from planner.optimise.duty.filling import Limits, fill_all

    if options.out is not None:
        suffixes = (".jingli",) if options.all else (".xlsx", ".pdf", ".jingli")
        refuse_out(options.out, suffixes, [options.file])
    document, issues = read(options)
    units = duty.units_of(document, options.unit)
    stop = stop_flag()
    with stopped_by_user(stop):
        limits = Limits(options.time_limit)
        found = tuple(fill_all(document, options.month, limits, stop=stop, units=units))
    if options.out is not None:
        duty.write_duty(document, found, options)
    if options.json:
        rows = [duty.duty_json(document, proposal) for proposal in found]
        print_json(
            duty.all_json(document, options.month, rows, units[len(rows) :]) if options.all else rows[0]
        )
    else:
        tell(map(issue_line, issues), language)
        print("\n".join(line for one in found for line in duty.duty_summary(document, one, language)))
    whole = len(found) == len(units) and all(proposal.complies for proposal in found)
    return COMPLIANT if whole else WITH_FINDINGS


def _exit_code(proposal: Proposal, language: Language) -> int:
    """Speak of the county after a plan, and tell why there is none."""
    if proposal.explanation is not None:
        tell([proposal.explanation], language)
        return WITH_FINDINGS
    return COMPLIANT if proposal.complies else WITH_FINDINGS


def _report(options: Namespace, language: Language) -> int:
    refuse_out(options.out, (".xlsx", ".pdf"), [options.file])
    document, issues = read(options)
    from planner.command_line.duty import month_of
    from planner.reports.write import write_report

    about = month_of(document, options.kind, options)
    if options.kind == "comparison":
        return _report_comparison(document, issues, options, language)
    proposal = _proposal(document, options, both=True) if options.kind == "proposal" else None
    words: Language = options.language or "zh"  # official papers are Chinese unless somebody asks
    source = options.file.name
    write_report(document, options.as_of, options.kind, options.out, proposal, words, source, about)
    tell(map(issue_line, issues), language)
    audit = proposal.after if proposal is not None else document.audit(options.as_of)
    return COMPLIANT if audit.complies else WITH_FINDINGS


def _report_comparison(
    document: Document, issues: Sequence[Issue], options: Namespace, language: Language
) -> int:
    """Write the comparison of every scenario, without proposals, which `compare --out` works out."""
    from planner.command_line.comparing import later_notes
    from planner.comparison.choosing import chosen
    from planner.comparison.options import compared

    found = compared(document, chosen(document.scenarios, ()), options.as_of)
    _write_comparison(found, options)
    tell([*map(issue_line, issues), *later_notes(found)], language)
    return _comparison_code(found)


def _comparison_code(found: Comparison) -> int:
    return COMPLIANT if all(option.audit.complies for option in found.options) else WITH_FINDINGS


def _import(options: Namespace, language: Language) -> int:
    refuse_out(options.out, (".jingli",), [options.file])
    document, issues = read(options)
    from planner.store import save_document

    save_document(document, options.out)
    if options.json:
        county = document.county
        numbers = {"county": county.name, "people": len(county.people), "units": len(county.units)}
        print_json({**numbers, "import_issues": issues_json(issues)})
    else:
        tell(map(issue_line, issues), language)
        print("\n".join(import_summary(document, len(issues), language)))
    return COMPLIANT


def _sample(options: Namespace, language: Language) -> int:
    from planner.samples import write_sample

    written = write_sample(
        options.out, officers=options.officers, counties=options.counties, seed=options.seed
    )
    tell([Text(f"已写出 {written}", f"Written: {written}")], language)
    return COMPLIANT


def _proposal(document: Document, options: Namespace, both: bool) -> Proposal:
    from planner.optimise.planning import Limits, plan

    stop = stop_flag()
    with stopped_by_user(stop):
        return plan(document, options.as_of, Limits(options.time_limit), stop=stop, both=both)


def _refuse_pools(options: Namespace) -> None:
    """Raise InputError for options that only a folder of counties has a use for."""
    if options.workers or options.cluster:
        raise InputError(
            Text(
                f"--workers 和 --cluster 只用于多个县,“{options.file.name}”只是一个县,请去掉该选项。",
                f"--workers and --cluster are for many counties; “{options.file.name}” is one county,"
                " leave them out.",
            )
        )


def _write_proposal(document: Document, proposal: Proposal, options: Namespace) -> None:
    if options.out.suffix.lower() == ".jingli":
        from planner.optimise.accept import accept
        from planner.store import save_document

        everybody = [move.person for move in proposal.moves]
        save_document(accept(document, proposal, everybody, proposal.date), options.out)
        return
    from planner.reports.write import write_report

    words: Language = options.language or "zh"
    write_report(document, proposal.date, "proposal", options.out, proposal, words, options.file.name)
