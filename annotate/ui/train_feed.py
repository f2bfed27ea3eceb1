"""What the Train page asks and tells, as JSON: roles, plans, jobs and promotions; who does it comes along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime

from annotate.adapters import Adapters
from annotate.gate import Gate
from annotate.gate_rule import Rule, decide
from annotate.job_file import settings_of
from annotate.jobs import GOING, Job, Jobs
from annotate.kept_rule import keep_rule, kept_rule
from annotate.lineage import lineage
from annotate.people import People, Person
from annotate.store import Store
from annotate.ui.asked import away, needed, require_reviewer, text
from annotate.ui.feed import Json
from annotate.ui.train_asked import SHARES, require_owner, role_of, rule_in, settings_in
from annotate.ui.train_curve import curve_svg
from annotate.ui.train_gate_views import cases_html, cases_of, gate_html, why
from annotate.ui.train_job_views import job_head, job_row, job_status, lineage_html
from annotate.ui.train_views import RoleNews, history_html, own_back, plan_html, role_card
from annotate.ui.train_words import revision
from umi.errors import InputError, ModelError
from umi.schema import Role

_JOBS = 50
"""Jobs in the list."""


class TrainFeed:
    """Answers the scripts of the page; every id is looked up, none is trusted."""

    def __init__(self, jobs: Jobs, adapters: Adapters, store: Store) -> None:
        self._jobs = jobs
        self._adapters = adapters
        self._database = store.database
        self._people = People(store.database)
        self._gates: dict[str, Gate] = {}

    async def roles(self, _: Json) -> Json:
        """A card for each role."""
        return {"roles": await away(self._roles)}

    async def plan(self, asked: Json) -> Json:
        """What a job of the role would do with these settings, and what was live before.

        Raises:
            InputError: the role or a setting cannot be.
        """
        role, settings = role_of(asked), settings_in(asked)
        plan = await away(self._jobs.plan, role, settings)
        return {"plan": plan_html(plan), **await away(self._role, role)}

    async def start(self, asked: Json, who: Person) -> Json:
        """Train a role, or with ``job`` once more with its settings, ``without`` somebody's corrections.

        Raises:
            InputError: there is nothing to learn from, or a setting cannot be.
            ModelError: no model is loaded.
        """
        if (job_id := text(asked, "job")) is None:
            return {"job": await away(self._jobs.start, role_of(asked), settings_in(asked), who)}
        leave_out = needed(asked, "without")
        return {"job": await away(self._without, job_id, leave_out, who)}

    async def jobs(self, asked: Json) -> Json:
        """The list, and how the open job stands."""
        found = await away(self._jobs.all, _JOBS)
        rows = await away(self._rows, found)
        job_id = text(asked, "job")
        return {"items": rows, "open": await away(self._standing, job_id) if job_id else None}

    async def open(self, asked: Json) -> Json:
        """All of one job, or of the one that made ``adapter``.

        Raises:
            InputError: there is none of this id, or its gate is damaged.
        """
        if (adapter_id := text(asked, "adapter")) is not None:
            return await away(self._open, (await away(self._adapters.adapter, adapter_id)).job_id)
        return await away(self._open, needed(asked, "job"))

    async def cases(self, asked: Json) -> Json:
        """The cases behind one figure of the gate's table.

        Raises:
            InputError: the job has no gate.
        """
        gate = await away(self._jobs.gate, needed(asked, "job"))
        if gate is None:
            raise InputError("This job has no gate yet: wait for it.")
        group, outcome = needed(asked, "group"), needed(asked, "outcome")
        found = cases_of(gate, group, outcome)
        return {"html": cases_html(found, group, outcome) if found else ""}

    async def log(self, asked: Json) -> Json:
        """What the training printed."""
        return {"log": await away(self._jobs.log, needed(asked, "job"))}

    async def act(self, asked: Json, who: Person) -> Json:
        """Cancel, resume, retry or delete a job; a retried one is a new job.

        Raises:
            InputError: the job does not allow it, or the person may not.
        """
        act, job = needed(asked, "act"), await away(self._jobs.job, needed(asked, "job"))
        if act == "retry":
            return {"job": await away(self._jobs.retry, job.id, who)}
        require_owner(who, job)
        acts = {"cancel": self._jobs.cancel, "resume": self._jobs.resume, "delete": self._jobs.delete}
        if act not in acts:
            raise InputError(f"There is nothing called {act!r} to do with a job: use the page's buttons.")
        await away(acts[act], job.id)
        return {"job": None if act == "delete" else job.id}

    async def promote(self, asked: Json, who: Person) -> Json:
        """Make an adapter live for its role (without ``adapter``: the set's own).

        Raises:
            InputError: only reviewers may; somebody was faster; or there is no such adapter.
            ModelError: it does not fit the loaded model.
        """
        require_reviewer(who, "decide what is live")
        role, reason = role_of(asked), (text(asked, "why") or "").strip()
        if not reason:
            raise InputError("Say why, in a few words: it stands in the history.")
        seen = asked.get("seen")
        given = role, text(asked, "adapter"), seen if isinstance(seen, int) else 0
        promotion = await away(self._adapters.promote, *given, who, reason, text(asked, "verdict"))
        return {"told": f"{revision(promotion.adapter)} is live for the {role} from the next run on."}

    async def rule(self, _: Json) -> Json:
        """The gate's rule, its shares in per cent."""
        values = asdict(await away(kept_rule, self._database))
        return {"rule": values | {name: round(100 * values[name], 4) for name in SHARES}}

    async def keep_rule(self, asked: Json, who: Person) -> Json:
        """Judge by another rule from now on.

        Raises:
            InputError: only reviewers may, or a number cannot be.
        """
        require_reviewer(who, "change the rule")
        await away(keep_rule, self._database, rule_in(asked))
        return await self.rule(asked)

    def _roles(self) -> list[str]:
        problems = self._adapters.problems()
        cards = []
        for number, role in enumerate(Role, 1):
            try:
                news = RoleNews(role, self._adapters.live(role), self._jobs.since(role), problems.get(role))
            except ModelError as error:
                news = RoleNews(role, None, None, str(error))
            cards.append(role_card(news, number))
        return cards

    def _role(self, role: Role) -> Json:
        live, history = self._live(role), self._adapters.history(role)
        return {
            "history": history_html(history, live) + own_back(role, live),
            "seen": history[0].number if history else 0,
            "live": self._live_name(role),
            "people": [person.name for person in self._people.all()],
        }

    def _live_name(self, role: Role) -> str:
        try:
            live = self._adapters.live(role)
        except ModelError:
            return "known when a model is loaded"
        return revision(live.id if live else None)

    def _live(self, role: Role) -> str | None:
        """The id of what is live; None for the set's own, and where no model is loaded."""
        try:
            live = self._adapters.live(role)
        except ModelError:
            return None
        return None if live is None else live.id

    def _without(self, job_id: str, name: str, who: Person) -> str:
        job = self._jobs.job(job_id)
        settings = settings_of(job.settings)
        return self._jobs.start(job.role, replace(settings, without=(*settings.without, name)), who)

    def _rows(self, found: tuple[Job, ...]) -> list[dict[str, str]]:
        now, rule = datetime.now(UTC), kept_rule(self._database)
        live = {role: self._live(role) for role in Role}
        return [
            {
                "key": job.id,
                "html": job_row(job, now, verdict=self._verdict(job, rule), is_live=_is_live(job, live)),
            }
            for job in found
        ]

    def _verdict(self, job: Job, rule: Rule) -> str | None:
        """What the rule says of a finished job, whose gate is read once."""
        if job.state != "done":
            return None
        if job.id not in self._gates:
            try:
                gate = self._jobs.gate(job.id)
            except InputError:
                return None
            if gate is None:
                return None
            self._gates[job.id] = gate
        return decide(self._gates[job.id], rule).verdict

    def _standing(self, job_id: str) -> Json:
        try:
            job = self._jobs.job(job_id)
        except InputError:
            return {"gone": True}
        curve = curve_svg(self._jobs.curve(job_id))
        return {
            "state": job.state,
            "status": job_status(job, datetime.now(UTC)),
            "curve": curve,
            "going": job.state in GOING,
        }

    def _open(self, job_id: str) -> Json:
        job = self._jobs.job(job_id)
        seen = self._adapters.history(job.role)
        told: Json = {
            "job": job.id,
            "role": job.role.value,
            "seen": seen[0].number if seen else 0,
            "head": job_head(job),
        }
        adapter = {"adapter": job.adapter, "name": revision(job.adapter)}
        return {
            **told,
            **self._standing(job_id),
            **adapter,
            **self._judged(job),
            "lineage": self._lineage(job),
            "live": _is_live(job, {job.role: self._live(job.role)}),
        }

    def _judged(self, job: Job) -> Json:
        # The file is there a moment before the adapter is: nothing could be promoted yet.
        gate = self._jobs.gate(job.id) if job.state == "done" else None
        if gate is None:
            return {"gate": "", "verdict": None, "why": ""}
        decision = decide(gate, kept_rule(self._database))
        html = gate_html(gate, decision, self._stale(job, gate.live_sha256))
        return {"gate": html, "verdict": decision.verdict, "why": why(gate)}

    def _stale(self, job: Job, judged_against: str | None) -> str | None:
        """A sentence where the gate held the candidate against what is no longer live."""
        try:
            live = self._adapters.live(job.role)
        except ModelError:
            return None
        if live is not None and live.id == job.adapter:
            return None
        known = {adapter.sha256: adapter.id for adapter in self._adapters.all(job.role)}
        if judged_against == (live.sha256 if live else None) or (not live and judged_against not in known):
            return None
        then, now = revision(known.get(judged_against or "")), revision(live.id if live else None)
        return (
            f"The gate held it against {then}; {now} is live by now. Retry the job to hold it against that."
        )

    def _lineage(self, job: Job) -> str:
        return lineage_html(lineage(self._database, job.adapter)) if job.adapter else ""


def _is_live(job: Job, live: Mapping[Role, str | None]) -> bool:
    """``live`` by role is what writes now."""
    return job.adapter is not None and job.adapter == live[job.role]
