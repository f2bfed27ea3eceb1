"""The Review page: the queue, the run with its first wrong step, and the editor that corrects it."""

from __future__ import annotations

from functools import partial

import gradio as gr

from annotate.people import People
from annotate.ui.editor_feed import EditorFeed
from annotate.ui.feed import Feed, Json
from annotate.ui.part import page_part
from annotate.ui.review_feed import ReviewFeed
from umi.schema import Outcome

_OUTCOMES = "".join(f'<option value="{each}">{each.replace("_", " ")}</option>' for each in Outcome)

_QUEUE = f"""<details open><summary><h2>Queue <span id="queue-count"></span></h2></summary>
<input id="queue-search" type="search" placeholder="Search  /" maxlength="200" aria-label="Search the queue">
<div id="queue-filters">
<select id="queue-reviewed" aria-label="Reviewed"><option value="no">to review</option>
<option value="yes">reviewed</option><option value="second">second opinion</option>
<option value="apart">opinions differ</option><option value="any">all</option></select>
<select id="queue-outcome" aria-label="Outcome"><option value="">any outcome</option>{_OUTCOMES}</select>
<select id="queue-sort" aria-label="Order"><option value="concern">worst first</option>
<option value="newest">newest first</option><option value="oldest">oldest first</option>
<option value="confidence">least sure first</option><option value="steps">longest first</option></select>
<select id="queue-saved" aria-label="Saved filters"><option value="">saved filters</option></select></div>
<button type="button" id="second-button" title="Review what somebody else has, without seeing what they said"
>Second opinion <kbd>o</kbd></button><div id="queue-rows"></div>
<p class="empty" id="queue-empty" hidden>Nothing to review here. Ask questions on the Run page, import a
file, or filter less.</p><button type="button" id="queue-more" hidden>More…</button></details>"""

_RUN = """<p class="problem" id="review-problem" role="alert" dir="auto" hidden></p>
<div id="review-empty"><h2>Review</h2><p>Press <kbd>n</kbd> for the run that deserves a look first, or choose
one from the queue. Find the first wrong step, correct it, and let the agent go on from there.</p></div>
<div id="review-run" hidden><div id="review-head"></div><p id="review-notes" hidden></p>
<div id="review-tools"><button type="button" id="hold-button" aria-pressed="false"
title="No export to learn from holds its question">Hold out <kbd>h</kbd></button>
<button type="button" id="delete-button">Delete…</button></div>
<dialog id="delete-run" aria-labelledby="delete-title"><form method="dialog">
<h2 id="delete-title">Delete this run?</h2><p id="delete-told"></p>
<button value="" autofocus>Keep it</button>
<button value="delete" id="delete-sure">Delete it</button></form></dialog>
<div id="review-opinions"></div>
<div id="review-columns"><section class="trajectory" id="review-main">
<nav class="minimap" aria-hidden="true"></nav><div class="cards"></div></section>
<section class="trajectory" id="review-child" hidden>
<nav class="minimap" aria-hidden="true"></nav><div class="cards"></div></section></div>
<p id="review-ending"></p></div>"""

_EDITOR = """<div id="editor-empty" class="empty">The step that you choose is corrected here.</div>
<div id="editor" hidden><h2 id="editor-title"></h2>
<div id="editor-kinds" role="group" aria-label="Verdict"></div>
<h2>Original</h2><pre id="editor-original" dir="auto"></pre>
<h2>Correction <small id="editor-base"></small></h2><div id="editor-form"></div>
<p id="editor-fault" role="status" aria-live="polite"></p>
<div id="editor-conflict" hidden></div>
<h2>Change</h2><div id="editor-diff" dir="auto"></div>
<h2>The role also thought of</h2><div id="editor-suggestions"></div>
<button type="button" id="suggest-button">Ask the model <kbd>s</kbd></button>
<p id="editor-learnt" hidden></p>
<details id="editor-history"><summary><h2>Revisions</h2></summary><div></div></details>
<details id="editor-training"><summary><h2>What will train</h2></summary><pre class="raw"></pre></details>
<div id="editor-actions"><button type="button" id="save-button" disabled>Save <kbd>Ctrl ↵</kbd></button>
<button type="button" id="resume-button" title="Save, and let the agent go on from here" disabled
>Resume here <kbd>r</kbd></button>
<button type="button" id="finish-button">Done, next <kbd>f</kbd></button></div></div>"""


def review_page(review: ReviewFeed, editor: EditorFeed, feed: Feed, people: People) -> None:
    """Lays the page out; its three parts talk to each other in the browser."""
    with gr.Row(elem_id="review-page"):
        queue = review.queue, review.step_to, review.filters
        page_part("review-queue", _QUEUE, "review_queue.js", people, *queue)
        run = review.open, review.mark, review.finish, partial(_watch, feed)
        whole = review.settle, review.hold_out, review.what_goes, review.delete
        page_part("review", _RUN, "review.js", people, *run, *whole)
        step = editor.check, editor.draft, editor.save, editor.resume, editor.accept
        asking = editor.suggest, editor.suggestions
        page_part("review-editor", _EDITOR, "editor.js", people, *step, *asking)


async def _watch(feed: Feed, asked: Json) -> Json:
    """The resumed run beside, as it is written."""
    return await feed.watch(str(asked["run"]), int(asked["have"]), str(asked["mark"]))
