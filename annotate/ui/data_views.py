"""What the Data page shows: training strings, figures of progress as bars, agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from annotate.agreement import Agreement
from annotate.progress import Progress
from annotate.ui import render
from umi.formats.example import Example
from umi.prompts import Part, parts, turns, written_text
from umi.schema import TurnFormat

_SHOWN = 30
"""Runs that are named one by one."""


def example_html(example: Example) -> str:
    """The training string of one step: what is read grey, what is learnt in the role's colour."""
    before = example.trajectory.model_copy(update={"steps": example.history, "targets": None})
    turn_format = TurnFormat()
    invocation = Part("marker", turn_format.header(example.step.role))
    learnt = Part("written", written_text(example.step) + turn_format.closing.rstrip("\n"))
    pieces = render.raw((*parts(turns(before), turn_format), invocation, learnt))
    return f'<pre class="raw {example.step.role}" dir="auto">{pieces}</pre>'


def progress_html(found: Progress) -> str:
    """Reviewed runs, annotators, what fails most, and the last days."""
    faults = {
        f"{role}: {'no kind named' if kind == '-' else kind}": count
        for (role, kind), count in found.faults.items()
    }
    roles: dict[str, int] = {}
    for (role, _), count in found.faults.items():
        roles[role.value] = roles.get(role.value, 0) + count
    people = {f"{each.name}{_pace(each.seconds)}": each.reviews for each in found.workers}
    return (
        f"<p>{found.reviewed:,} of {found.runs:,} runs reviewed.</p>"
        + _bars("Verdicts", found.verdicts)
        + _bars("Reviews by annotator", people)
        + _bars("Wrong steps by role", roles)
        + _bars("Wrong steps by kind", faults)
        + _bars("Reviews by day", found.by_day, in_order=True)
    )


def agreement_html(found: Sequence[Agreement], disagreements: Sequence[str]) -> str:
    """How far annotators agree, and the runs where they do not."""
    if not any(each.runs for each in found):
        return (
            '<h3>Agreement</h3><p class="empty">No run has two finished opinions yet: '
            "press <kbd>o</kbd> on the Review page to give a second one.</p>"
        )
    rows = "".join(f"<li>{_agreement(each)}</li>" for each in found)
    return f"<h3>Agreement</h3><ul>{rows}</ul>{_apart(disagreements)}"


def _agreement(found: Agreement) -> str:
    shared = f"{found.annotators} annotators, {found.runs:,} run{'' if found.runs == 1 else 's'}"
    if found.value is None:
        return f"The {escape(found.about)}: all said the same of everything ({shared})"
    return f"{escape(found.measure)} on the {escape(found.about)}: <b>{found.value:.2f}</b> ({shared})"


def _apart(run_ids: Sequence[str]) -> str:
    if not run_ids:
        return ""
    links = "".join(
        f'<li><a href="?review={escape(each)}">{escape(each[:8])}</a></li>' for each in run_ids[:_SHOWN]
    )
    more = f"<li>and {len(run_ids) - _SHOWN:,} more</li>" if len(run_ids) > _SHOWN else ""
    return (
        f"<h3>Opinions differ · {len(run_ids):,}</h3>"
        f"<p>The queue has a filter for them; a reviewer settles which one stands.</p><ul>{links}{more}</ul>"
    )


def _pace(seconds: float | None) -> str:
    return "" if seconds is None else f" · {seconds:.0f} s each"


def _bars(title: str, values: Mapping[str, int], *, in_order: bool = False) -> str:
    if not values:
        return ""
    most = max(values.values()) or 1
    items = values.items() if in_order else sorted(values.items(), key=lambda item: -item[1])
    rows = "".join(
        f'<dt>{escape(name)}</dt><dd><i style="width:{100 * value / most:.0f}%"></i>{value:,}</dd>'
        for name, value in items
    )
    return f'<h3>{escape(title)}</h3><dl class="bars">{rows}</dl>'
