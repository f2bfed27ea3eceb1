"""Adapter revisions and which of them is live: promote, roll back, and point the loaded model at it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from annotate.database import Database
from annotate.people import Person
from annotate.store import Store
from annotate.training_tables import AdapterRow, PromotionRow
from umi.errors import InputError, ModelError
from umi.home import home
from umi.models.files import sha256_of
from umi.models.holder import ModelHolder
from umi.models.manifest import WEIGHTS
from umi.schema import ModelSet, Role


class Switchable(Protocol):
    """What is asked of a loaded model whose adapters are switched; see ``umi.models.local.LocalModel``."""

    own: Mapping[Role, str]
    set_folder: Path | None

    @property
    def models(self) -> ModelSet:
        """What a run that starts now is written by."""

    def has_adapter(self, name: str) -> bool:
        """Whether an adapter of this name was added."""

    def add_adapter(self, name: str, folder: Path) -> None:
        """Load it beside those in use."""

    def point(self, adapters: Mapping[Role, str]) -> None:
        """Let runs that start from now on use these."""

    def written_by(self, adapters: Mapping[Role, str]) -> ModelSet:
        """What a run with these adapters is written by."""


@dataclass(frozen=True)
class Base:
    """What an adapter fits: ``name`` and ``set_folder`` are what was loaded (None: the default)."""

    name: str | None
    set_folder: Path | None
    base_hash: str
    backbone_hash: str | None


@dataclass(frozen=True)
class Adapter:
    """One revision of a role's adapter; ``folder`` is a peft folder, ``sha256`` that of its weights."""

    id: str
    role: Role
    number: int
    folder: Path
    sha256: str
    base_hash: str
    backbone_hash: str | None
    job_id: str
    created_at: datetime
    created_by: str


@dataclass(frozen=True)
class Promotion:
    """From ``at`` on the role has ``adapter``, and had ``previous`` before; None is the set's own."""

    number: int
    role: Role
    adapter: str | None
    previous: str | None
    who: str
    why: str
    verdict: str | None
    at: datetime


class Conflict(InputError):
    """Somebody promoted in the meantime; ``theirs`` is that promotion, and nothing was written."""

    def __init__(self, theirs: Promotion) -> None:
        what = theirs.adapter or "the set's own adapter"
        super().__init__(
            f"{theirs.who} made {what} live for the {theirs.role} in the meantime: look at that first, "
            "then promote again if yours should follow it."
        )
        self.theirs = theirs


class Adapters:
    """The adapters in one database, for the model in ``holder``; any thread may call any method."""

    def __init__(self, store: Store, holder: ModelHolder[Any]) -> None:
        self._database = store.database
        self._holder = holder
        self._switching = threading.RLock()
        self._problems: dict[Role, str] = {}

    def base(self) -> Base:
        """What the loaded model is.

        Raises:
            ModelError: none is loaded, or not yet.
        """
        model: Switchable | None = self._holder.loaded()
        status = self._holder.status()
        if model is None and status.phase == "loading":
            raise ModelError("The model is still loading: wait a moment.")
        if model is None:
            raise ModelError("No model is loaded: load one on the Models page.")
        models = model.models
        return Base(status.name, model.set_folder, models.base_hash, models.backbone_hash)

    def problems(self) -> Mapping[Role, str]:
        """For each role whose live adapter could not be used in the loaded model, why not."""
        return dict(self._problems)

    def live(self, role: Role) -> Adapter | None:
        """What is live for the role on the loaded model; None: the set's own.

        Raises:
            ModelError: no model is loaded.
        """
        base = self.base()
        with self._database.session() as session:
            return _live(session, base.base_hash, base.backbone_hash, role)

    def all(self, role: Role | None = None) -> tuple[Adapter, ...]:
        """The adapters that fit the loaded model, newest first; all there are where none is loaded."""
        query = select(AdapterRow).where(AdapterRow.deleted_at.is_(None))
        for condition in self._of_base(AdapterRow, role):
            query = query.where(condition)
        newest = AdapterRow.created_at.desc(), AdapterRow.number.desc()
        with self._database.session() as session:
            return tuple(_adapter(row) for row in session.scalars(query.order_by(*newest)))

    def adapter(self, adapter_id: str) -> Adapter:
        """The adapter of this id.

        Raises:
            InputError: there is none, or it was deleted.
        """
        with self._database.session() as session:
            row = session.get(AdapterRow, adapter_id)
            session.expunge_all()
        if row is None or row.deleted_at is not None:
            raise InputError(f"There is no adapter {adapter_id}: choose one from the list of adapters.")
        return _adapter(row)

    def history(self, role: Role | None = None) -> tuple[Promotion, ...]:
        """Who made what live on the loaded model (on any where none is loaded), newest first."""
        query = select(PromotionRow)
        for condition in self._of_base(PromotionRow, role):
            query = query.where(condition)
        with self._database.session() as session:
            return tuple(_promotion(row) for row in session.scalars(query.order_by(PromotionRow.id.desc())))

    def promote(
        self, role: Role, adapter_id: str | None, seen: int, who: Person, why: str, verdict: str | None
    ) -> Promotion:
        """Let runs that start from now on use this adapter (None: the set's own).

        ``seen`` is the number of the role's last promotion that ``who`` knows of (0: none). The adapter is
        loaded beside the live one first; where that fails, nothing is written.

        Raises:
            Conflict: somebody promoted for the role since ``seen``.
            InputError: there is no such adapter, it is another role's, or it is live already.
            ModelError: no model is loaded, or the adapter is damaged or does not fit the loaded one.
        """
        base, model = self.base(), self._holder.wait()
        if adapter_id is not None:
            adapter = self.adapter(adapter_id)
            if adapter.role is not role:
                raise InputError(f"{adapter_id} is an adapter of the {adapter.role}, not of the {role}.")
            self._load(model, adapter)
        row = PromotionRow(
            base_hash=base.base_hash,
            backbone_hash=base.backbone_hash or "",
            role=role.value,
            number=seen + 1,
            adapter=adapter_id,
            who=who.name,
            why=why.strip(),
            verdict=verdict,
            at=datetime.now(UTC),
        )
        promotion = self._write(row)
        self.sync(model)
        return promotion

    def sync(self, model: Switchable) -> None:
        """Point the model at what is live, between two generations; runs that go on keep theirs.

        Where a live adapter cannot be loaded, the set's own stays, and ``problems`` says why.

        Raises:
            StoreError: the database does not answer.
        """
        with self._switching:
            wanted, problems = dict(model.own), {}
            for role, adapter in self._live_by_role(model.models).items():
                try:
                    self._load(model, adapter)
                    wanted[role] = adapter.id
                except ModelError as error:
                    problems[role] = f"The {role} is written by the set's own adapter: {error}"
            self._problems = problems
            if wanted != model.models.adapters:
                model.point(wanted)

    def load(self, adapter_id: str) -> str:
        """Put an adapter beside the live ones; returns its name in the model.

        Raises:
            InputError: there is no such adapter.
            ModelError: no model is loaded, or the adapter is damaged or does not fit it.
        """
        self._load(self._holder.wait(), self.adapter(adapter_id))
        return adapter_id

    def _load(self, model: Switchable, adapter: Adapter) -> None:
        with self._switching:
            if not model.has_adapter(adapter.id):
                require_whole(adapter)
                model.add_adapter(adapter.id, adapter.folder)

    def _write(self, row: PromotionRow) -> Promotion:
        """Add a promotion behind the one that its number says was seen."""
        last = select(PromotionRow).where(
            PromotionRow.base_hash == row.base_hash,
            PromotionRow.backbone_hash == row.backbone_hash,
            PromotionRow.role == row.role,
        )
        last = last.order_by(PromotionRow.number.desc()).limit(1)
        promotion = _promotion(row)
        try:
            with self._database.contested() as session:
                newest = session.scalar(last)
                if newest is not None and newest.number >= row.number:
                    raise Conflict(_promotion(newest))
                row.previous = newest.adapter if newest is not None else None
                if row.previous == row.adapter:
                    raise InputError(f"{row.adapter or 'The own adapter of the set'} is live already.")
                promotion = replace(promotion, previous=row.previous)
                session.add(row)
        except IntegrityError:
            with self._database.session() as session:
                newest = session.scalar(last)
                session.expunge_all()
            if newest is None:
                raise
            raise Conflict(_promotion(newest)) from None
        return promotion

    def _live_by_role(self, models: ModelSet) -> dict[Role, Adapter]:
        with self._database.session() as session:
            found = {role: _live(session, models.base_hash, models.backbone_hash, role) for role in Role}
        return {role: adapter for role, adapter in found.items() if adapter is not None}

    def _of_base(
        self, table: type[AdapterRow] | type[PromotionRow], role: Role | None
    ) -> list[ColumnElement[bool]]:
        """Conditions: of the loaded model where one is, of this role where one is named."""
        conditions = [] if role is None else [table.role == role.value]
        model: Switchable | None = self._holder.loaded()
        if model is not None:
            models = model.models
            conditions.append(table.base_hash == models.base_hash)
            conditions.append(table.backbone_hash == (models.backbone_hash or ""))
        return conditions


def live_folders(database: Database, base_hash: str, backbone_hash: str) -> dict[str, str | None]:
    """By role, the folder of the adapter that is live on this backbone; None: the set's own."""
    with database.session() as session:
        found = {role.value: _live(session, base_hash, backbone_hash or None, role) for role in Role}
    return {role: None if adapter is None else str(adapter.folder) for role, adapter in found.items()}


def adapter_folder(adapter_id: str) -> Path:
    """Where an adapter of this id lies."""
    return home() / "adapters" / adapter_id


def require_whole(adapter: Adapter) -> None:
    """Refuse an adapter whose weights are not those that were trained.

    Raises:
        ModelError: they are missing or damaged.
    """
    weights = adapter.folder / WEIGHTS
    try:
        whole = sha256_of(weights) == adapter.sha256
    except OSError as error:
        raise ModelError(f"{weights} cannot be read ({error.strerror}): copy the folder back.") from error
    if not whole:
        raise ModelError(f"{weights} is damaged: copy the folder back, or train the {adapter.role} again.")


def _live(session: Session, base_hash: str, backbone_hash: str | None, role: Role) -> Adapter | None:
    newest = (
        select(PromotionRow.adapter)
        .where(
            PromotionRow.base_hash == base_hash,
            PromotionRow.backbone_hash == (backbone_hash or ""),
            PromotionRow.role == role.value,
        )
        .order_by(PromotionRow.number.desc())
        .limit(1)
    )
    row = session.scalar(select(AdapterRow).where(AdapterRow.id == newest.scalar_subquery()))
    return None if row is None else _adapter(row)


def _adapter(row: AdapterRow) -> Adapter:
    return Adapter(
        id=row.id,
        role=Role(row.role),
        number=row.number,
        folder=adapter_folder(row.id),
        sha256=row.sha256,
        base_hash=row.base_hash,
        backbone_hash=row.backbone_hash or None,
        job_id=row.job_id,
        created_at=row.created_at,
        created_by=row.created_by,
    )


def _promotion(row: PromotionRow) -> Promotion:
    return Promotion(
        number=row.number,
        role=Role(row.role),
        adapter=row.adapter,
        previous=row.previous,
        who=row.who,
        why=row.why,
        verdict=row.verdict,
        at=row.at,
    )
