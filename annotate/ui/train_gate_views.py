"""What the Train page shows of a gate: the verdict, the table, the figures, and every single case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import cast

from annotate.gate import (
    GROUPS,
    OUTCOMES,
    Asked,
    Case,
    Gate,
    Group,
    Metrics,
    Outcome,
    Table,
    differences,
    sign_test,
    table,
)
from annotate.gate import tables as lines_of
from annotate.gate_rule import Decision
from annotate.ui.train_words import counted, lasting, share

QUESTIONS = "questions"
"""The live questions stand in the table as a group of their own."""
_NAMES: Mapping[str, str] = dict(GROUPS.items()) | {QUESTIONS: "live questions"}


def gate_html(gate: Gate, decision: Decision, stale: str | None) -> str:
    """Everything on top of the cases; ``stale`` is said where the live adapter is another one by now."""
    reasons = "".join(f"<li>{escape(each)}</li>" for each in decision.reasons)
    warning = f'<p class="warn">{escape(stale)}</p>' if stale else ""
    words = sign_test(gate).words
    chance = "" if words in decision.reasons else f"<p>{escape(words)}</p>"
    return (
        f'<section class="verdict {decision.verdict}"><h2>{decision.verdict}</h2><ul>{reasons}</ul></section>'
        f"{warning}{_table(gate)}{chance}{_metrics(gate.metrics)}{_seconds(gate)}"
    )


def cases_of(gate: Gate, group: str, outcome: str) -> Sequence[Case | Asked]:
    """The cases behind one figure of the table; none where there is no such figure."""
    every: Sequence[Case | Asked] = ()
    if group == QUESTIONS:
        every = gate.questions.cases if gate.questions else ()
    else:
        every = gate.groups.get(cast("Group", group), ())
    return [case for case in every if case.outcome == outcome]


def cases_html(cases: Sequence[Case | Asked], group: str, outcome: str) -> str:
    """These cases side by side; the page's script marks the words that differ."""
    items = "".join(map(_case, cases))
    return f"<h2>{escape(_NAMES[group])} · {escape(outcome)} · {len(cases)}</h2>{items}"


def why(gate: Gate) -> str:
    """What a promotion would be for, as a first draft of its reason."""
    corrected, accepted = lines_of(gate)["corrected"], lines_of(gate)["accepted"]
    fixed = f"fixes {corrected.count('fixed')} of {counted(corrected.cases, 'corrected step')}"
    return f"{fixed}, breaks {accepted.count('newly broken')} of {counted(accepted.cases, 'accepted step')}"


def _table(gate: Gate) -> str:
    rows = [_line(group, GROUPS[group], line) for group, line in lines_of(gate).items()]
    if gate.questions is not None:
        rows.append(_line(QUESTIONS, _NAMES[QUESTIONS], table(gate.questions.cases)))
    heads = "".join(f'<th class="{_tone(outcome)}">{outcome}</th>' for outcome in OUTCOMES)
    return (
        f'<table class="gate"><thead><tr><th></th><th>cases</th><th>right before → after</th>{heads}</tr>'
        f"</thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _line(group: str, name: str, line: Table) -> str:
    if not line.cases:
        return f'<tr><th>{escape(name)}</th><td class="empty" colspan="6">none</td></tr>'
    cells = "".join(_cell(group, outcome, line) for outcome in OUTCOMES)
    moved = f"{line.right_before.right} → {line.right_after.right}"
    figures = f'<td data-label="cases">{line.cases}</td><td data-label="right">{moved}</td>'
    return f"<tr><th>{escape(name)}</th>{figures}{cells}</tr>"


def _cell(group: str, outcome: Outcome, line: Table) -> str:
    rate = line.rates[outcome]
    if not rate.right:
        return f'<td data-label="{outcome}"><span class="none">0</span> <small>{share(rate)}</small></td>'
    return (
        f'<td data-label="{outcome}"><button type="button" class="count {_tone(outcome)}" '
        f'data-group="{group}" data-outcome="{outcome}" title="Show these cases">{rate.right}</button> '
        f"<small>{share(rate)}</small></td>"
    )


def _tone(outcome: str) -> str:
    return {"fixed": "ok", "newly broken": "bad", "still wrong": "warn"}.get(outcome, "idle")


def _metrics(metrics: Metrics | None) -> str:
    if metrics is None:
        return '<p class="empty">The figures of the dev set were not taken.</p>'
    rows = "".join(
        f"<tr><th>{escape(each.name)}</th><td>{each.live:.1%}</td><td>{each.candidate:.1%}</td>"
        f'<td class="{_gain(each.gain)}">{100 * (each.candidate - each.live):+.1f}</td></tr>'
        for each in differences(metrics)
    )
    return (
        f'<table class="gate metrics"><thead><tr><th>{counted(metrics.steps, "step")} of the dev set</th>'
        f"<th>live</th><th>candidate</th><th>points</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _gain(gain: float) -> str:
    return "ok" if gain > 0 else "bad" if gain < 0 else ""


def _seconds(gate: Gate) -> str:
    told = " · ".join(
        f"{escape(name.replace('_', ' '))} {lasting(each)}" for name, each in gate.seconds.items()
    )
    return f'<p class="empty">The gate took: {told}.</p>' if told else ""


def _case(case: Case | Asked) -> str:
    if isinstance(case, Asked):
        return _article(case, "", "", "")
    link = "" if case.case.startswith("sample/") else f'<a href="?review={escape(case.run)}">Review</a>'
    wanted = f'<div><h4>Wanted</h4><pre class="wanted" dir="auto">{escape(case.wanted)}</pre></div>'
    first = ""
    if case.rejected and case.rejected != case.live:
        text = f'<pre dir="auto">{escape(case.rejected)}</pre>'
        first = f"<details><summary>As first written</summary>{text}</details>"
    return _article(case, link, wanted, first)


def _article(case: Case | Asked, link: str, wanted: str, first: str) -> str:
    before, after = ("", "") if isinstance(case, Asked) else (case.why_before, case.why_after)
    return (
        f'<article class="case"><header><span dir="auto">{escape(case.question)}</span>{link}</header>'
        f'<div class="sides">{_side("Live", "live", case.live, case.before, before)}'
        f"{_side('Candidate', 'candidate', case.candidate, case.after, after)}{wanted}</div>{first}</article>"
    )


def _side(title: str, name: str, text: str, is_right: bool, why: str) -> str:
    said = "right" if is_right else "wrong"
    reason = f" <small>{escape(why)}</small>" if why and not is_right else ""
    return (
        f'<div><h4>{title} <span class="said {said}">{said}</span>{reason}</h4>'
        f'<pre class="{name}" dir="auto">{escape(text)}</pre></div>'
    )
