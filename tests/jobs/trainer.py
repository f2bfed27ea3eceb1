"""A training of a few empty steps, for the logic around it: ``python trainer.py ROLE FOLDER``.

``behaviour.json`` beside the job folders says what it does: ``steps`` and ``seconds`` of each, ``fail`` with
a sentence, ``crash`` with a line on stderr, ``deaf`` to SIGTERM, ``ungated``; ``gate`` is what it found.
"""

import hashlib
import json
import os
import signal
import sys
import time
from pathlib import Path


def main() -> int:
    role, folder = sys.argv[1], Path(sys.argv[2])
    told = json.loads((folder / "job.json").read_text())
    behaviour = {"steps": 0, "seconds": 0.05} | json.loads((folder.parent / "behaviour.json").read_text())
    with (folder / "starts.txt").open("a") as file:
        file.write(f"{os.getpid()}\n")
    stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: None if behaviour.get("deaf") else stop.append(1))
    print("training", role, flush=True)
    if "crash" in behaviour:
        print(behaviour["crash"], file=sys.stderr)
        return 1
    for step in range(behaviour["steps"]):
        say(folder, phase="training", step=step, steps=behaviour["steps"], fraction=step / behaviour["steps"])
        time.sleep(behaviour["seconds"])
        if stop:
            say(folder, phase="cancelled")
            return 130
    if "fail" in behaviour:
        say(folder, phase="failed", problem=behaviour["fail"])
        return 1
    finish(role, folder, told, behaviour)
    return 0


def say(folder: Path, **status: object) -> None:
    partial = folder / "status.part"
    partial.write_text(json.dumps(status))
    partial.replace(folder / "status.json")


def finish(role: str, folder: Path, told: dict, behaviour: dict) -> None:
    out = folder / "out" / role
    out.mkdir(parents=True)
    weights = folder.name.encode()
    (out / "adapter_model.safetensors").write_bytes(weights)
    replay = folder / "replay.jsonl"
    cases = [json.loads(line)["case"] for line in replay.open()] if replay.exists() else []
    manifest = {
        "base_sha256": behaviour.get("base", told["base_sha256"]),
        "backbone_sha256": told["backbone_sha256"],
        "cases": {"replay": cases[:5]},
    }
    (out / "manifest.json").write_text(json.dumps(manifest))
    (out / "metrics.jsonl").write_text('{"step": 1, "loss": 0.5}\n{"step": 2, "loss": 0.2}\n{"st')
    if not behaviour.get("ungated"):
        gate = {
            "version": 1,
            "role": role,
            "candidate_sha256": hashlib.sha256(weights).hexdigest(),
            "live_sha256": None,
            "base_sha256": told["base_sha256"],
            "backbone_sha256": told["backbone_sha256"],
            "groups": {"corrected": [], "held_out": [], "accepted": []},
            **behaviour.get("gate", {}),
        }
        (folder / "gate.json").write_text(json.dumps(gate))
    say(folder, phase="done", phases={"training": 0.1})


if __name__ == "__main__":
    sys.exit(main())
