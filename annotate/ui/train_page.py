"""The Train page: a card for each role, the jobs, and what is open: a plan, or a job with its gate."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import gradio as gr

from annotate.adapters import Adapters
from annotate.bundle import bundle
from annotate.people import People
from annotate.store import Store
from annotate.ui.asked import needed
from annotate.ui.feed import Json, sentence
from annotate.ui.part import page_part
from annotate.ui.train_feed import TrainFeed


def _number(name: str, label: str, value: str = "", hint: str = "", step: str = "any") -> str:
    return (
        f'<label>{label}<input type="number" name="{name}" value="{value}" placeholder="{hint}" min="0" '
        f'step="{step}" class="studio-input"></label>'
    )


_RULE = (
    _number("min_corrected_right", "Corrected steps that must be right, %")
    + _number("max_accepted_broken", "Accepted steps that may break, %")
    + _number("max_held_out_loss", "Held-out corrections that may be lost", step="1")
    + _number("max_metric_loss", "Points a figure of the dev set may lose")
    + _number("min_accepted", "Accepted steps needed to judge", step="1")
)

_SETTINGS = (
    '<label>Recipe<select name="recipe" class="studio-field">'
    '<option value="sft">SFT: learn the correction</option>'
    '<option value="dpo">DPO: prefer it to what the model wrote</option></select></label>'
    + _number("epochs", "Epochs", "3")
    + _number("learning_rate", "Learning rate", hint="2e-4 SFT, 2e-5 DPO")
    + _number("rank", "Rank", hint="as the set's adapter", step="1")
    + _number("replay_share", "Accepted steps among the rows, %", hint="half; 25 above 200")
    + _number("dev_steps", "Dev steps for the role's figures", "40", step="1")
    + _number("live_count", "Live questions to the gate", "0", step="1")
)

_SIDE = f"""<p class="problem" id="train-problem" role="alert" dir="auto" hidden></p>
<h2>Roles</h2><div id="train-roles"></div>
<h2>Jobs</h2><div id="train-jobs"></div>
<p class="empty" id="no-jobs" hidden>No job yet. Correct some steps on the Review page, then
train their role.</p>
<details id="rule"><summary><h2>Rule of the gate</h2></summary><form id="rule-form">{_RULE}
<button class="studio-button">Save the rule</button>
<small id="rule-told" role="status"></small></form></details>"""

_MAIN = f"""<p class="told" id="train-told" role="status" aria-live="polite" hidden></p>
<div id="train-empty" class="empty"><h2>Train</h2><p>Choose a role to see what it would learn from, or a job
to see what became of it.</p></div>
<section id="plan" hidden><h1 id="plan-title"></h1><p>Live: <b id="plan-live"></b></p>
<div class="acts"><button type="button" class="studio-button primary" id="plan-train">Train this role
<kbd>t</kbd></button></div>
<details id="settings-fold"><summary><h2>Settings</h2></summary><form id="settings-form">{_SETTINGS}
<fieldset id="without"><legend>Without the corrections of</legend><div></div></fieldset></form></details>
<div id="plan-body"></div><h2>What was live</h2><div id="plan-history"></div></section>
<section id="job" hidden><div id="job-head"></div>
<div id="job-promote" class="acts" hidden><button type="button" class="studio-button primary"
id="promote-button">Promote… <kbd>p</kbd></button><button type="button" class="studio-button"
id="compare-button">Compare with what is live</button></div>
<div id="job-gate"></div><div id="job-cases"></div><div id="job-status"></div><div id="job-curve"></div>
<details id="job-lineage"><summary><h2>Where it comes from</h2></summary><div></div></details>
<details id="job-log"><summary><h2>Log</h2></summary><pre dir="auto"></pre></details></section>
<dialog id="promote-dialog" aria-labelledby="promote-title"><form method="dialog"><h2 id="promote-title"></h2>
<p id="promote-told"></p><label>Why<textarea id="promote-why" rows="3" maxlength="2000"
dir="auto"></textarea></label>
<div class="acts"><button value="promote" class="studio-button primary"
id="promote-sure">Make it live</button>
<button value="" class="studio-button" formnovalidate>Not now</button></div></form></dialog>
<dialog id="delete-job" aria-labelledby="delete-job-title"><form method="dialog">
<h2 id="delete-job-title">Delete this job?</h2><p>Its files and its adapter go, for good.</p>
<div class="acts"><button value="" class="studio-button" autofocus>Keep it</button>
<button value="delete" class="studio-button" id="delete-job-sure">Delete it</button></div></form></dialog>"""


def train_page(train: TrainFeed, adapters: Adapters, store: Store, people: People) -> None:
    """Lays the page out; its two parts talk to each other in the browser."""
    with gr.Row(elem_id="train-page"):
        side = train.roles, train.jobs, train.start, train.rule, train.keep_rule
        page_part("train-side", _SIDE, "train.js", people, *side)
        with gr.Column(elem_id="train-column"):
            plan = train.plan, train.start, train.promote
            job = train.open, train.jobs, train.cases, train.log, train.act
            page_part("train-main", _MAIN, "train_main.js", people, *plan, *job)
            _bundle_part(adapters, store)


def _bundle_part(adapters: Adapters, store: Store) -> None:
    """The adapter of the open job with all that it comes from, as a file."""
    with gr.Column(elem_id="train-bundle"):
        make = gr.Button("Bundle to take away", elem_id="bundle-button")
        # It carries what the page's script says is open: a click hands over components' values alone.
        told = gr.HTML(
            value={"problem": ""},
            html_template='<p class="problem" role="alert">{{value.problem}}</p>',
            js_on_load=None,
            apply_default_css=False,
        )
        file = gr.File(label="Adapter, data, gate and model card", interactive=False, visible=False)

    def pack(asked: Any) -> tuple[Json, Json]:
        try:
            adapter = adapters.adapter(needed(asked, "adapter"))
            path = Path(tempfile.mkdtemp(prefix="umi-bundle-")) / f"{adapter.id}.zip"
            bundle(store.database, adapter, path)
        except Exception as error:
            return {"problem": sentence(error)}, gr.update(visible=False)
        return {"problem": ""}, gr.update(value=str(path), visible=True)

    asked = "() => ({adapter: umi.train?.adapter ?? null})"
    make.click(pack, told, [told, file], js=asked, api_visibility="private", show_progress="minimal")
