"""Which adapter is live: one of two promotions wins, damage leaves the set's own, any revision returns."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from jobs_samples import MODELS, OWN, Switched, adapters_of, holding, person, registered

from annotate.adapters import Adapters, Conflict, Promotion
from annotate.store import Store
from umi.errors import InputError, ModelError
from umi.home import home
from umi.models.holder import ModelHolder
from umi.models.manifest import WEIGHTS
from umi.schema import ModelSet, Role


@pytest.fixture
def model() -> Switched:
    return Switched()


@pytest.fixture
def adapters(store: Store, umi_home: Path, model: Switched) -> Iterator[Adapters]:  # noqa: ARG001
    person(store)
    for number in (1, 2, 3):
        revision(store, number)
    return adapters_of(store, model)


def revision(store: Store, number: int, role: Role = Role.CALLER, base: str = MODELS.base_hash) -> str:
    name = f"{role}__r{number:04d}"
    folder = home() / "adapters" / name
    folder.mkdir(parents=True)
    (folder / WEIGHTS).write_bytes(name.encode())
    hashes = {"base_sha256": base, "backbone_sha256": MODELS.backbone_hash}
    (folder / "manifest.json").write_text(json.dumps(hashes))
    registered(store, role, number, folder, base, MODELS.backbone_hash)
    return name


def promoted(adapters: Adapters, store: Store, name: str | None, seen: int, by: str = "Ada") -> Promotion:
    return adapters.promote(Role.CALLER, name, seen, person(store, by), "  it fixes Oslo ", "promote")


def test_a_promotion_takes_effect_and_returns_with_a_click(
    adapters: Adapters, store: Store, model: Switched
) -> None:
    assert adapters.live(Role.CALLER) is None
    first = promoted(adapters, store, "caller__r0001", 0)
    assert (first.number, first.previous, first.why, first.verdict) == (1, None, "it fixes Oslo", "promote")
    assert model.models.adapters == {Role.CALLER: "caller__r0001"}
    promoted(adapters, store, "caller__r0002", 1)
    promoted(adapters, store, "caller__r0001", 2)
    live = adapters.live(Role.CALLER)
    assert live is not None
    assert live.id == "caller__r0001"
    back = promoted(adapters, store, None, 3)
    assert (back.adapter, back.previous) == (None, "caller__r0001")
    assert model.models.adapters == OWN
    assert [each.number for each in adapters.history(Role.CALLER)] == [4, 3, 2, 1]
    assert adapters.history(Role.PLANNER) == ()
    with pytest.raises(InputError, match="is live already"):
        promoted(adapters, store, None, 4)


def test_whoever_was_slower_hears_who_was_faster(adapters: Adapters, store: Store, model: Switched) -> None:
    promoted(adapters, store, "caller__r0001", 0, by="Bob")
    with pytest.raises(Conflict, match="Bob made caller__r0001 live for the caller") as caught:
        promoted(adapters, store, "caller__r0002", 0)
    assert caught.value.theirs.who == "Bob"
    assert len(adapters.history()) == 1
    assert model.models.adapters == {Role.CALLER: "caller__r0001"}


def test_of_many_who_promote_at_once_one_wins(adapters: Adapters, store: Store, model: Switched) -> None:
    people = [f"P{number}" for number in range(8)]
    for name in people:
        person(store, name)
    go, lost = threading.Barrier(len(people)), []

    def promote(at: int) -> None:
        go.wait()
        try:
            promoted(adapters, store, f"caller__r000{at % 3 + 1}", 0, by=people[at])
        except Conflict as error:
            lost.append(error.theirs)

    threads = [threading.Thread(target=promote, args=(at,)) for at in range(len(people))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (won,) = adapters.history()
    assert lost == [won] * (len(people) - 1)
    assert model.models.adapters[Role.CALLER] == won.adapter


def test_what_another_program_promoted_is_used_from_the_next_run_on(
    adapters: Adapters, store: Store, model: Switched
) -> None:
    promoted(adapters_of(store), store, "caller__r0002", 0)
    assert model.models.adapters == OWN
    adapters.sync(model)
    assert model.models.adapters == {Role.CALLER: "caller__r0002"}


@pytest.mark.parametrize("damage", ["missing", "other bytes"])
def test_a_damaged_adapter_is_never_promoted_and_never_writes(
    adapters: Adapters, store: Store, damage: str
) -> None:
    weights = home() / "adapters" / "caller__r0001" / WEIGHTS
    promoted(adapters, store, "caller__r0001", 0)
    weights.unlink() if damage == "missing" else weights.write_bytes(b"half")
    started = Switched()
    again = adapters_of(store, started)
    again.sync(started)
    assert started.models.adapters == OWN
    assert "The caller is written by the set's own adapter" in again.problems()[Role.CALLER]
    with pytest.raises(ModelError, match=WEIGHTS):
        promoted(again, store, "caller__r0001", 1)
    assert len(again.history()) == 1


def test_an_adapter_of_another_base_is_refused(adapters: Adapters, store: Store, model: Switched) -> None:
    revision(store, 9, base="9" * 64)
    assert "caller__r0009" not in {each.id for each in adapters.all()}
    with pytest.raises(ModelError, match="was trained on the base model"):
        promoted(adapters, store, "caller__r0009", 0)
    assert adapters.history() == ()
    assert model.models.adapters == OWN


def test_an_adapter_of_another_role_or_none_at_all_is_refused(adapters: Adapters, store: Store) -> None:
    revision(store, 1, Role.PLANNER)
    with pytest.raises(InputError, match="is an adapter of the planner, not of the caller"):
        promoted(adapters, store, "planner__r0001", 0)
    with pytest.raises(InputError, match="There is no adapter caller__r0007"):
        promoted(adapters, store, "caller__r0007", 0)


def test_without_a_model_nothing_is_promoted(adapters: Adapters, store: Store) -> None:
    holder: ModelHolder[Switched] = ModelHolder(lambda _name, _progress: Switched())
    idle = Adapters(store, holder)
    with pytest.raises(ModelError, match="No model is loaded"):
        promoted(idle, store, "caller__r0001", 0)
    assert len(idle.all()) == len(adapters.all()) == 3


def test_each_backbone_has_its_own_live_adapter(adapters: Adapters, store: Store) -> None:
    promoted(adapters, store, "caller__r0001", 0)
    other = Switched(ModelSet(base="org/other", base_hash="3" * 64))
    elsewhere = Adapters(store, holding(other))
    elsewhere.sync(other)
    assert (elsewhere.live(Role.CALLER), elsewhere.history(), elsewhere.all()) == (None, (), ())
    assert other.models.adapters == OWN


def test_a_candidate_is_loaded_beside_the_live_ones(adapters: Adapters, model: Switched) -> None:
    assert adapters.load("caller__r0003") == "caller__r0003"
    assert adapters.load("caller__r0003") == "caller__r0003"
    assert list(model.added) == ["caller__r0003"]
    assert model.models.adapters == OWN
