"""Jobs as processes: what becomes of them however they end, and of the queue however it is looked after."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import Any

import psutil
import pytest
from jobs_samples import accepted, behave, corrected, jobs_of, person, until

from annotate.job_data import JobSettings
from annotate.jobs import Jobs
from annotate.store import Store
from umi.errors import InputError, StoreError
from umi.home import home
from umi.schema import Role


def started(jobs: Jobs, store: Store, **settings: Any) -> str:
    return jobs.start(Role.CALLER, JobSettings(**settings), person(store))


def starts(job_id: str) -> list[int]:
    file = home() / "jobs" / job_id / "starts.txt"
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def ends(jobs: Jobs, job_id: str) -> str:
    until(lambda: jobs.job(job_id).state not in ("queued", "running"))
    return jobs.job(job_id).state


def trains(jobs: Jobs, job_id: str) -> psutil.Process:
    until(lambda: (status := jobs.job(job_id).status) is not None and status.phase == "training")
    return psutil.Process(starts(job_id)[-1])


def test_a_job_leaves_an_adapter_and_its_lineage(jobs: Jobs, store: Store) -> None:
    run = corrected(store, "How far?")
    accepted(store, "Where?")
    job_id = started(jobs, store)
    assert ends(jobs, job_id) == "done", jobs.log(job_id)
    job = jobs.job(job_id)
    assert (job.adapter, job.problem) == ("caller__r0001", None)
    assert job.counts["corrected"] == 1
    assert (home() / "adapters" / "caller__r0001" / "adapter_model.safetensors").is_file()
    assert jobs.curve(job_id) == [{"step": 1, "loss": 0.5}, {"step": 2, "loss": 0.2}]
    assert "training caller" in jobs.log(job_id)
    gate = jobs.gate(job_id)
    assert gate is not None
    assert gate.role == "caller"
    assert jobs.since(Role.CALLER).corrections == 1, "trained, but not live yet"
    assert run.id


def test_a_second_job_waits_and_gets_the_next_number(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    behave(steps=10)
    first, second = started(jobs, store), started(jobs, store)
    trains(jobs, first)
    assert jobs.job(second).state == "queued"
    assert ends(jobs, first) == "done"
    assert jobs.job(second).state in ("queued", "running")
    assert ends(jobs, second) == "done"
    assert [job.adapter for job in jobs.all()] == ["caller__r0002", "caller__r0001"]
    assert [job.id for job in jobs.all()] == [second, first]


def test_training_steps_back_for_those_who_chat_and_outlives_its_terminal(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    behave(steps=40)
    job_id = started(jobs, store)
    process = trains(jobs, job_id)
    assert process.nice() >= 10
    assert os.getsid(process.pid) == process.pid
    process.kill()
    assert ends(jobs, job_id) == "interrupted"


def test_a_cancelled_job_is_resumed_in_its_folder(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    behave(steps=1000)
    job_id = started(jobs, store)
    trains(jobs, job_id)
    with pytest.raises(InputError, match="cancel it first"):
        jobs.delete(job_id)
    jobs.cancel(job_id)
    assert ends(jobs, job_id) == "cancelled"
    assert "can be resumed" in (jobs.job(job_id).problem or "")
    with pytest.raises(InputError, match="ended already"):
        jobs.cancel(job_id)
    behave()
    jobs.resume(job_id)
    assert ends(jobs, job_id) == "done"
    assert len(starts(job_id)) == 2
    with pytest.raises(InputError, match="Only a job that was stopped"):
        jobs.resume(job_id)


def test_a_job_taken_from_the_queue_never_starts(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    behave(steps=15)
    first, second = started(jobs, store), started(jobs, store)
    trains(jobs, first)
    jobs.cancel(second)
    assert jobs.job(second).state == "cancelled"
    assert ends(jobs, first) == "done"
    assert starts(second) == []


def test_a_deaf_training_is_killed(jobs: Jobs, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotate.job_queue.PATIENCE", 0.5)
    corrected(store, "How far?")
    behave(steps=1000, deaf=True)
    job_id = started(jobs, store)
    trains(jobs, job_id)
    jobs.cancel(job_id)
    assert ends(jobs, job_id) == "cancelled"


@pytest.mark.parametrize(
    ("behaviour", "state", "says"),
    [
        ({"fail": "No room is left on the disk: free some."}, "failed", "No room is left on the disk"),
        ({"crash": "ImportError: no module"}, "failed", "ImportError: no module"),
        ({"ungated": True}, "failed", "gate.json"),
        ({"base": "2" * 64}, "failed", "was trained on the base model"),
    ],
)
def test_a_failure_is_told_in_a_sentence(
    jobs: Jobs, store: Store, behaviour: dict[str, object], state: str, says: str
) -> None:
    corrected(store, "How far?")
    behave(**behaviour)
    job_id = started(jobs, store)
    assert ends(jobs, job_id) == state
    assert says in (jobs.job(job_id).problem or "")
    assert not (home() / "adapters").exists()
    behave()
    again = jobs.retry(job_id, person(store))
    assert ends(jobs, again) == "done"


def test_a_killed_training_is_told_and_resumed(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    behave(steps=1000)
    job_id = started(jobs, store)
    trains(jobs, job_id).kill()
    assert ends(jobs, job_id) == "interrupted"
    assert "perhaps because memory ran out" in (jobs.job(job_id).problem or "")
    behave()
    jobs.resume(job_id)
    assert ends(jobs, job_id) == "done"


def test_a_restarted_program_finds_its_jobs(store: Store, umi_home: Path) -> None:
    corrected(store, "How far?")
    behave(steps=1000)
    before = jobs_of(store)
    going, dying = started(before, store), started(before, store)
    process = trains(before, going)
    before.close()
    after = jobs_of(store)
    try:
        after._queue.look()
        assert after.job(going).state == "running"
        behave()
        process.send_signal(signal.SIGTERM)
        assert ends(after, going) == "cancelled"
        assert ends(after, dying) == "done"
    finally:
        after.close()
    assert umi_home.is_dir()


def test_what_was_done_while_nobody_looked_is_taken_over(store: Store, umi_home: Path) -> None:
    corrected(store, "How far?")
    behave(steps=4)
    before = jobs_of(store)
    job_id = started(before, store)
    process = trains(before, job_id)
    before.close()
    until(lambda: not psutil.pid_exists(process.pid))
    assert before.job(job_id).state == "running"
    after = jobs_of(store)
    assert ends(after, job_id) == "done"
    after.close()
    assert (umi_home / "adapters" / "caller__r0001").is_dir()


def test_a_crash_between_the_move_and_the_record_is_repaired(
    jobs: Jobs, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyError("pulled the plug")

    corrected(store, "How far?")
    with monkeypatch.context() as patch:
        patch.setattr("annotate.job_results._lessons", crash)
        job_id = started(jobs, store)
        until((home() / "adapters" / "caller__r0001").is_dir)
        assert jobs.job(job_id).state == "running"
    assert ends(jobs, job_id) == "done"
    assert jobs.job(job_id).adapter == "caller__r0001"


def test_a_start_that_never_came_on_record_is_found_again(
    jobs: Jobs, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is gone just when the process was started."""

    def gone(*_: object, **__: object) -> None:
        raise StoreError("gone")

    corrected(store, "How far?")
    behave(steps=60)
    with monkeypatch.context() as patch:
        patch.setattr(jobs._queue, "_update", gone)
        job_id = started(jobs, store)
        process = trains(jobs, job_id)
        assert process.pid != os.getpid()
    jobs.look()
    jobs.cancel(job_id)
    assert ends(jobs, job_id) == "cancelled"
    assert starts(job_id) == [process.pid]


def test_many_servers_start_a_job_once(store: Store, umi_home: Path) -> None:
    behave(steps=3)
    corrected(store, "How far?")
    servers = [jobs_of(store) for _ in range(4)]
    ids = [started(servers[0], store) for _ in range(3)]
    threads = [threading.Thread(target=server._queue.look) for server in servers for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for job_id in ids:
        assert ends(servers[1], job_id) == "done"
    for server in servers:
        server.close()
        server._queue.look()
    assert [len(starts(job_id)) for job_id in ids] == [1, 1, 1]
    assert len(list((umi_home / "adapters").iterdir())) == 3


def test_deleting_takes_the_files_and_keeps_the_number(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    first = started(jobs, store)
    assert ends(jobs, first) == "done"
    jobs.delete(first)
    with pytest.raises(InputError, match="There is no job"):
        jobs.job(first)
    assert not (home() / "jobs" / first).exists()
    assert not (home() / "adapters" / "caller__r0001").exists()
    second = started(jobs, store)
    assert ends(jobs, second) == "done"
    assert jobs.job(second).adapter == "caller__r0002"


def test_nothing_to_learn_is_refused(jobs: Jobs, store: Store) -> None:
    accepted(store, "Where?")
    plan = jobs.plan(Role.CALLER, JobSettings())
    assert plan.problem is not None
    assert "There is no correction of the caller" in plan.problem
    with pytest.raises(InputError, match="There is no correction of the caller"):
        started(jobs, store)
    assert jobs.all() == ()


@pytest.mark.parametrize("read", ["log", "curve", "gate", "job", "resume", "cancel", "delete"])
def test_a_path_is_no_job(jobs: Jobs, read: str) -> None:
    (home() / "log.txt").write_text("secret")
    with pytest.raises(InputError, match="There is no job"):
        getattr(jobs, read)("..")
    assert (home() / "jobs").is_dir()


@pytest.mark.parametrize("bad", [{"epochs": 0}, {"learning_rate": -1.0}, {"rank": 0}, {"replay_share": 1.0}])
def test_settings_out_of_range_are_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="These settings cannot be used"):
        JobSettings(**bad)
