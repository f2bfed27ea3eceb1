"""Tools as OpenAI defines them, which TRL, ShareGPT and ATIF do as well."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator
from pydantic_core import from_json

from umi.schema import ToolSpec


class Function(BaseModel):
    """A tool; without parameters it takes none."""

    name: str
    description: str | None = None
    parameters: dict[str, Any] | None = None

    def spec(self) -> ToolSpec:
        """The tool as we have it."""
        parameters = self.parameters or {"properties": {}}
        if "type" not in parameters:
            parameters = {"type": "object", **parameters}
        return ToolSpec(name=self.name, description=self.description or "", parameters=parameters)


def _unwrapped(value: Any) -> Any:
    return value["function"] if isinstance(value, dict) and "function" in value else value


def _listed(value: Any) -> Any:
    """The tools may be JSON text, as Arrow would fill up what their schemas lack."""
    found = from_json(value) if isinstance(value, str) and value.strip() else value
    return found or []


Tools = Annotated[
    list[Annotated[Function, BeforeValidator(_unwrapped)]],
    BeforeValidator(_listed),
]
"""A list of tools, each in its envelope ``{"type": "function", "function": {…}}`` or bare; or JSON text."""


def definition(tool: ToolSpec) -> dict[str, Any]:
    """A tool without the envelope."""
    return {"name": tool.name, "description": tool.description, "parameters": tool.parameters}


def definitions(tools: Iterable[ToolSpec]) -> list[dict[str, Any]]:
    """Tools in their envelopes."""
    return [{"type": "function", "function": definition(tool)} for tool in tools]
