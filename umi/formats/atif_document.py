"""An ATIF document as Harbor's readers take it (``harbor/models/trajectories`` of Harbor 0.25)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from umi.formats.openai_tools import Tools
from umi.formats.texts import Text
from umi.schema import ObservationState, Role

_AGENT_ONLY = ("model_name", "reasoning_effort", "reasoning_content", "tool_calls", "metrics")


def _iso(text: str) -> str:
    datetime.fromisoformat(text)
    return text


class _Strict(BaseModel):
    """Unknown fields are refused, as Harbor does: what is not understood would be lost."""

    model_config = ConfigDict(extra="forbid")


class Agent(_Strict):
    """Who wrote the trajectory, and with which tools."""

    name: str
    version: str
    model_name: str | None = None
    tool_definitions: Tools = []
    extra: dict[str, Any] | None = None


class AtifCall(_Strict):
    """A call."""

    tool_call_id: str
    function_name: str
    arguments: dict[str, Any]
    extra: dict[str, Any] | None = None


class OurResult(_Strict):
    """What we add to a result, in ``extra.umi``."""

    state: ObservationState = ObservationState.EXECUTED
    is_error: bool = False
    cut: bool = False


class ResultExtra(BaseModel):
    """Others may add what they like."""

    umi: OurResult = OurResult()


class Result(_Strict):
    """What came back, of one of the step's calls where it says so."""

    source_call_id: str | None = None
    content: Text = ""
    subagent_trajectory_ref: None = None
    extra: ResultExtra | None = None


class Results(_Strict):
    """All that came back in a step."""

    results: list[Result]


class OurStep(_Strict):
    """What we add to a step, in ``extra.umi``: whose alone it is."""

    role: Role | None = None


class StepExtra(BaseModel):
    """Others may add what they like."""

    umi: OurStep = OurStep()


class AtifStep(_Strict):
    """A turn, with the calls of an agent and what came back."""

    step_id: int
    source: Literal["system", "user", "agent"]
    message: Text
    timestamp: Annotated[str, AfterValidator(_iso)] | None = None
    model_name: str | None = None
    reasoning_effort: str | float | None = None
    reasoning_content: str | None = None
    tool_calls: list[AtifCall] | None = None
    observation: Results | None = None
    metrics: dict[str, Any] | None = None
    is_copied_context: bool | None = None
    llm_call_count: int | None = None
    extra: StepExtra | None = None

    @model_validator(mode="after")
    def _of_an_agent(self) -> Self:
        given = [field for field in _AGENT_ONLY if getattr(self, field) is not None]
        if given and self.source != "agent":
            raise ValueError(f"only an agent's step has {given[0]}")
        return self

    @model_validator(mode="after")
    def _results_have_calls(self) -> Self:
        calls = [call.tool_call_id for call in self.tool_calls or ()]
        if len(set(calls)) != len(calls):
            raise ValueError("a tool_call_id stands twice")
        for result in self.observation.results if self.observation else ():
            if result.source_call_id is not None and result.source_call_id not in calls:
                raise ValueError(f"no call of the step has the source_call_id {result.source_call_id!r}")
        return self


class Document(_Strict):
    """One trajectory."""

    schema_version: Literal[
        "ATIF-v1.0", "ATIF-v1.1", "ATIF-v1.2", "ATIF-v1.3", "ATIF-v1.4",
        "ATIF-v1.5", "ATIF-v1.6", "ATIF-v1.7", "ATIF-v1.8",
    ]  # fmt: skip
    session_id: str | None = None
    trajectory_id: str | None = None
    agent: Agent
    steps: list[AtifStep] = Field(min_length=1)
    notes: str | None = None
    final_metrics: dict[str, Any] | None = None
    continued_trajectory_ref: str | None = None
    # Trajectories of their own, which would be lost.
    subagent_trajectories: Annotated[list[Any], Field(max_length=0)] | None = None
    extra: dict[str, Any] | None = None

    @model_validator(mode="after")
    def _is_without_gaps(self) -> Self:
        for number, step in enumerate(self.steps, 1):
            if step.step_id != number:
                raise ValueError(f"steps.{number - 1}.step_id is {step.step_id} and not {number}")
        return self
