"""The Compare page: one question to two adapter sets, side by side as they write."""

from __future__ import annotations

from annotate.people import People
from annotate.ui.compare_feed import CompareFeed
from annotate.ui.part import page_part


def _side(side: str) -> str:
    return f"""<section class="side" id="compare-{side}" aria-label="{side.upper()}">
<header><h2>{side.upper()}</h2><span class="written-by"></span><span class="gap"></span>
<a class="to-review" hidden>Review</a></header>
<div class="cards"></div><p class="waiting" role="status"></p><p class="ending"></p></section>"""


_PAGE = f"""<form id="compare-form">
<textarea id="compare-question" rows="2" maxlength="10000" aria-label="Question to both" dir="auto"
placeholder="One question to both: what does the new revision do otherwise?"></textarea>
<div id="compare-actions">
<label>A <select id="compare-choice-a" aria-label="A is written by"></select></label>
<label>B <select id="compare-choice-b" aria-label="B is written by"></select></label>
<button type="submit" id="compare-ask">Ask both <kbd>Ctrl ↵</kbd></button>
<button type="button" id="compare-stop" disabled>Stop <kbd>Esc</kbd></button></div></form>
<p class="problem" id="compare-problem" role="alert" dir="auto" hidden></p>
<p class="empty" id="compare-empty">Choose two sets of adapters and ask: both answer the same question at the
same time. A revision stands in for its own role; the other roles are written by what is live.</p>
<div id="compare-runs" hidden><div id="compare-head"></div>
<p id="compare-verdict" role="status" aria-live="polite"></p>
<div id="compare-sides">{_side("a")}{_side("b")}</div></div>"""


def compare_page(compare: CompareFeed, people: People) -> None:
    """Lays the page out; its script asks, and follows both runs."""
    functions = compare.choices, compare.ask, compare.watch, compare.stop
    page_part("compare-page", _PAGE, "compare.js", people, *functions)
