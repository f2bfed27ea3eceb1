"""The Data page: files in, lessons out, and how reviewing goes."""

from __future__ import annotations

import html
import json
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import gradio as gr

from annotate.agreement import Judge
from annotate.export import FORMATS, export, preview
from annotate.imports import import_file
from annotate.lessons import Lessons, Wanted
from annotate.progress import progress
from annotate.store import Store
from annotate.ui.data_views import agreement_html, example_html, progress_html
from annotate.ui.feed import Json, sentence
from umi.errors import InputError
from umi.schema import Role

_SHOWN_FAULTS = 50
"""Bad rows that the page tells one by one; the rest are counted."""
_SHOWN_ROWS = 3


def data_page(store: Store, tab: gr.Tab) -> None:
    """Lays the page out; figures are counted when the tab is opened."""
    with gr.Column(elem_id="data-page"):
        _import_part(store)
        _export_part(store)
        _progress_part(store, tab)


def _import_part(store: Store) -> None:
    _title("Import")
    files = gr.File(
        label="Drop files of ours, alpha-UMi, ToolBench, OpenAI, TRL, ShareGPT or ATIF (JSON, JSONL, .gz)",
        file_count="multiple",
        height=170,
        elem_id="import-files",
    )
    told = _html("import-told")

    def read(paths: list[str] | None) -> Iterator[str]:
        lines: list[str] = []
        for path in map(Path, paths or []):
            yield "".join([*lines, f"<p>Reading {html.escape(path.name)}…</p>"])
            lines.append(_imported(store, path))
            yield "".join(lines)

    files.upload(read, files, told, api_visibility="private", show_progress="minimal")


def _imported(store: Store, path: Path) -> str:
    name = html.escape(path.name)
    try:
        done = import_file(store, path)
    except Exception as error:
        return _problem(error)
    known = f", {done.known:,} were there already" if done.known else ""
    faults = "".join(f"<li>{html.escape(each)}</li>" for each in done.bad[:_SHOWN_FAULTS])
    more = f"<li>and {len(done.bad) - _SHOWN_FAULTS:,} more</li>" if len(done.bad) > _SHOWN_FAULTS else ""
    bad = f"<p>{len(done.bad):,} rows could not be used:</p><ul>{faults}{more}</ul>" if done.bad else ""
    return f"<p>{name}: {done.new:,} new runs{known}.</p>{bad}"


def _export_part(store: Store) -> None:
    _title("Export")
    with gr.Row():
        form = gr.Dropdown(list(FORMATS), value="umi", label="Format", elem_id="export-format")
        kinds = gr.CheckboxGroup(
            ["corrected", "accepted"], value=["corrected", "accepted"], label="Steps", elem_id="export-kinds"
        )
        roles = gr.CheckboxGroup(list(Role), value=list(Role), label="Roles", elem_id="export-roles")
    with gr.Row():
        annotator = gr.Textbox(label="By", placeholder="everybody", max_lines=1)
        gold = gr.Checkbox(label="Only what a reviewer accepted")
        held_out = gr.Checkbox(label="The held-out questions instead")
    given = [form, kinds, roles, annotator, gold, held_out]
    with gr.Row(elem_id="export-actions"):
        show = gr.Button("Preview", elem_id="preview-button")
        write = gr.Button("Export", variant="primary", elem_id="export-button")
    told = _html("export-told")
    files = gr.File(label="Rows and manifest", interactive=False, visible=False, elem_id="export-files")

    def preview_rows(*chosen: Any) -> str:
        try:
            return _previewed(store, str(chosen[0]), _wanted(*chosen[1:]))
        except Exception as error:
            return _problem(error)

    def write_rows(*chosen: Any) -> tuple[str, Json]:
        try:
            told, paths = _written(store, str(chosen[0]), _wanted(*chosen[1:]))
        except Exception as error:
            return _problem(error), gr.update(visible=False)
        return told, gr.update(value=paths, visible=True)

    quiet: dict[str, Any] = {"queue": False, "api_visibility": "private", "show_progress": "minimal"}
    show.click(preview_rows, given, told, **quiet)
    write.click(write_rows, given, [told, files], **quiet)


def _wanted(kinds: list[Any], roles: list[str], annotator: str | None, gold: bool, held_out: bool) -> Wanted:
    if not kinds or not roles:
        raise InputError("Nothing is chosen: choose at least one kind of steps and one role.")
    return Wanted(
        kinds=tuple(kinds),
        roles=tuple(Role(role) for role in roles),
        annotator=(annotator or "").strip() or None,
        gold_only=bool(gold),
        held_out=bool(held_out),
    )


def _previewed(store: Store, form: str, wanted: Wanted) -> str:
    lessons = Lessons(store)
    rows, count, left_out = preview(lessons, wanted, form, _SHOWN_ROWS)
    some = islice(lessons.find(wanted, []), _SHOWN_ROWS)
    strings = [example_html(lesson.example) for lesson in some]
    shown = "".join(
        f"<pre>{html.escape(json.dumps(row, ensure_ascii=False, indent=1))}</pre>" for row in rows
    )
    out = "".join(f"<li>{html.escape(each)}</li>" for each in left_out[:_SHOWN_FAULTS])
    return (
        f"<p>{count:,} rows{f', {len(left_out):,} left out' if left_out else ''}.</p><ul>{out}</ul>"
        f"<h3>What a model reads, and in colour what it learns</h3>{''.join(strings)}<h3>Rows</h3>{shown}"
    )


def _written(store: Store, form: str, wanted: Wanted) -> tuple[str, list[str]]:
    folder = Path(tempfile.mkdtemp(prefix="umi-export-"))
    done = export(Lessons(store), wanted, form, folder / f"{form}.jsonl")
    roles = ", ".join(f"{count:,} {role}" for role, count in done.by_role.items() if count)
    left = f" {len(done.left_out):,} were left out." if done.left_out else ""
    return f"<p>{done.rows:,} rows: {roles}.{left}</p>", [str(done.path), str(done.manifest)]


def _progress_part(store: Store, tab: gr.Tab) -> None:
    _title("Progress")
    refresh = gr.Button("Refresh", elem_id="progress-button")
    told = _html("progress-told")

    def figures() -> str:
        judge = Judge(store.database)
        return progress_html(progress(store.database)) + agreement_html(
            judge.agreement(), judge.disagreements()
        )

    quiet: dict[str, Any] = {"queue": False, "api_visibility": "private", "show_progress": "hidden"}
    gr.on([tab.select, refresh.click], figures, None, told, **quiet)


def _problem(error: Exception) -> str:
    return f'<p class="problem" role="alert">{html.escape(sentence(error))}</p>'


def _title(text: str) -> None:
    gr.HTML(html_template=f"<h2>{text}</h2>", js_on_load=None, apply_default_css=False)


def _html(name: str) -> gr.HTML:
    return gr.HTML(js_on_load=None, apply_default_css=False, elem_id=name)
