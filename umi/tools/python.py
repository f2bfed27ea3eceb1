"""A Python function becomes a tool through its type hints and its docstring."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from umi.errors import InputError
from umi.schema import ToolSpec

_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}
_SECTION = re.compile(r"(Args|Returns|Raises|Yields|Examples?|Notes?):\s*$")
_ARGUMENT = re.compile(r"\*{0,2}(\w+)(?: \([^)]*\))?:\s*(.*)$")


@dataclass(frozen=True)
class PythonTool:
    """A function with the specification read from it; see ``python_tool``."""

    function: Callable[..., Any]
    spec: ToolSpec

    def __call__(self, **arguments: Any) -> Any:
        """Call the function; JSON's whole floats (``2025.0``) reach an ``int`` parameter as int."""
        properties = self.spec.parameters["properties"]
        return self.function(
            **{name: _as_declared(value, properties.get(name, {})) for name, value in arguments.items()}
        )


def python_tool(function: Callable[..., Any]) -> PythonTool:
    """The tool that this function is.

    Its name is the function's, its description the docstring's first line; the lines
    under a Google-style ``Args:`` describe the arguments. An argument without a default
    is required; ``X | None = None`` appears as an optional X. Known types: ``str``,
    ``int``, ``float``, ``bool``, ``Literal[...]`` and ``list[...]`` of these.

    Raises:
        InputError: the function has no docstring, an argument has no type hint or one
            that a schema cannot say, or it takes ``*args`` or ``**kwargs``.
    """
    name, doc = function.__name__, inspect.getdoc(function)
    if not doc:
        raise InputError(f"The function {name} needs a docstring, as its first line describes the tool.")
    described = _argument_descriptions(doc)
    hints = get_type_hints(function)
    properties = {
        argument: _property(name, parameter, hints.get(argument), described.get(argument))
        for argument, parameter in inspect.signature(function).parameters.items()
    }
    return PythonTool(function, _spec(function, doc.splitlines()[0].strip(), properties))


def _spec(function: Callable[..., Any], description: str, properties: dict[str, Any]) -> ToolSpec:
    parameters = inspect.signature(function).parameters.values()
    schema = {
        "type": "object",
        "properties": properties,
        "required": [p.name for p in parameters if p.default is inspect.Parameter.empty],
        "additionalProperties": False,
    }
    return ToolSpec(name=function.__name__, description=description, parameters=schema)


def _property(function: str, parameter: inspect.Parameter, hint: Any, text: str | None) -> dict[str, Any]:
    """The schema of one argument, with its description and default where it has them."""
    if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD, parameter.POSITIONAL_ONLY):
        raise InputError(f"The function {function} must name its arguments; {parameter} cannot be offered.")
    if hint is None:
        raise InputError(f"The argument {parameter.name} of the function {function} needs a type hint.")
    schema = _schema(hint, f"The argument {parameter.name} of the function {function}")
    if text:
        schema["description"] = text
    if parameter.default not in (None, inspect.Parameter.empty):
        schema["default"] = parameter.default
    return schema


def _schema(hint: Any, where: str) -> dict[str, Any]:
    """JSON Schema of a type hint; ``where`` opens the error sentence."""
    if hint in _SIMPLE:
        return {"type": _SIMPLE[hint]}
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = tuple(part for part in inner if part is not type(None))
        if len(inner) == 1:
            return _schema(inner[0], where)
    if origin is list:
        return {"type": "array", "items": _schema(inner[0], where)}
    if origin is Literal and len(kinds := {type(value) for value in inner}) == 1:
        return {**_schema(kinds.pop(), where), "enum": list(inner)}
    raise InputError(
        f"{where} has the type {hint}; a tool can take str, int, float, bool, Literal, list and X | None."
    )


def _argument_descriptions(doc: str) -> dict[str, str]:
    """Argument name → its text under ``Args:``, continuation lines joined."""
    found: dict[str, str] = {}
    name, inside, indent = "", False, 0
    for line in doc.splitlines():
        if _SECTION.match(line):
            inside = line.startswith("Args")
        elif inside and line.strip():
            depth = len(line) - len(line.lstrip())
            indent = indent or depth
            entry = _ARGUMENT.match(line.strip()) if depth == indent else None
            name = entry[1] if entry else name
            text = entry[2] if entry else line.strip()
            found[name] = f"{found.get(name, '')} {text}".strip()
    return found


def _as_declared(value: Any, schema: dict[str, Any]) -> Any:
    if schema.get("type") == "integer" and isinstance(value, float):
        return int(value)
    return value
