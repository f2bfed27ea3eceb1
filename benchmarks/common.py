"""What the benchmarks share: the default model, role adapters with random weights, a fixed run."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils.logging import disable_progress_bar, set_verbosity_error

from umi.agent import new_run
from umi.models.base import Writing, Written
from umi.models.catalog import resolve
from umi.models.device import best_device
from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.models.vocabulary import Vocabulary
from umi.prompts import compact_json
from umi.schema import Decision, Limits, Observation, Role, Run, Sampling, Step, ToolCall
from umi.terminal import progress, progress_done
from umi.tools.travel import travel_tools

QUESTIONS = (
    "How far is Lisbon from Oslo in kilometres?",
    "How many kilometres is the flight from Lisbon to Oslo?",
)
LIMITS = Limits(planner_tokens=24, caller_tokens=48, summarizer_tokens=32)
"""Short turns, about as long as those of a trained role; random adapters would write to any limit."""
RANK = 32
"""The rank of role adapters that fine-tuning starts from."""


def default_files() -> ModelFiles:
    """The default model under UMI_HOME, fetched where it is missing."""
    set_verbosity_error()
    disable_progress_bar()
    # PEFT 0.21 asks transformers 5.23 by an old name.
    warnings.filterwarnings("ignore", "`is_gradient_checkpointing` is deprecated", FutureWarning)
    files = resolve(None, progress)
    progress_done()
    return files


def load(
    files: ModelFiles,
    adapters: Mapping[Role, Path],
    *,
    share: bool = True,
    kind: type[LocalModel] = LocalModel,
) -> LocalModel:
    """The model as the product loads it, with an adapter for each role named after it."""
    model = kind.load(files, best_device(), share=share)
    plug(model, adapters)
    return model


def plug(model: LocalModel, adapters: Mapping[Role, Path]) -> None:
    """Load the adapters and point each role to its own."""
    for role, folder in adapters.items():
        model.add_adapter(role.value, folder)
    model.point({role: role.value for role in adapters})


@contextmanager
def default_adapters(files: ModelFiles, rank: int = RANK) -> Iterator[dict[Role, Path]]:
    """Adapters for the default model, in a folder that is removed afterwards."""
    backbone = AutoModelForCausalLM.from_pretrained(files.path, local_files_only=True)
    tokenizer = AutoTokenizer.from_pretrained(files.path, local_files_only=True)
    with TemporaryDirectory() as folder:
        yield random_adapters(backbone, Vocabulary(tokenizer, backbone.config.vocab_size), Path(folder), rank)


def random_adapters(backbone: Any, vocabulary: Vocabulary, folder: Path, rank: int) -> dict[Role, Path]:
    """One activated LoRA with random weights for each role; the backbone is left as it was."""
    torch.manual_seed(0)
    for role in Role:
        config = LoraConfig(
            task_type="CAUSAL_LM",
            r=rank,
            lora_alpha=rank // 4,
            target_modules="all-linear",
            alora_invocation_tokens=vocabulary.invocation(role),
            init_lora_weights=False,
        )
        adapted = get_peft_model(backbone, config)
        adapted.save_pretrained(str(folder / role))
        adapted.unload()
    return {role: folder / role for role in Role}


def question_run(model: LocalModel, question: str, *, constrained: bool = True) -> Run:
    """A run of the travel desk that has not begun."""
    return new_run(question, model, travel_tools(), Sampling(constrained=constrained), LIMITS)


def fixed_steps() -> tuple[Step, ...]:
    """Five steps about the same question, so that all sides of a comparison read the same."""
    return (
        _plan("I need the airports of Lisbon.", Decision.CALLER),
        _call("find_airports", {"city": "Lisbon"}),
        _plan("I need the distance from LIS to OSL.", Decision.CALLER),
        _call("flight_distance", {"origin": "LIS", "destination": "OSL"}),
        Step(role=Role.SUMMARIZER, raw="", answer="Lisbon and Oslo are 2,738 km apart."),
    )


def _plan(rationale: str, decision: Decision) -> Step:
    return Step(role=Role.PLANNER, raw="", rationale=rationale, decision=decision)


def _call(name: str, arguments: dict[str, Any]) -> Step:
    tool = next(tool for tool in travel_tools() if tool.spec.name == name)
    observation = Observation(content=compact_json(tool(**arguments)))
    call = ToolCall(name=name, arguments=arguments)
    return Step(role=Role.CALLER, raw="", call=call, observation=observation)


def finish(writing: Writing) -> Written:
    """Drain a turn; returns it."""
    while True:
        try:
            next(writing)
        except StopIteration as stop:
            written: Written = stop.value
            return written


def write(model: LocalModel, run: Run, role: Role) -> Written:
    """The role's next turn."""
    return finish(model.write(run, role, Event()))
