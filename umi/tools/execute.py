"""One tool call becomes one observation, whatever the tool does."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Any

from umi.errors import ToolError
from umi.schema import Observation, ToolCall, ToolSpec
from umi.tools.base import Tool

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

CUT_MARK = " … [cut]"
"""Ends the content of an observation that the output limit shortened; not counted in the limit."""

_SHOWN = 120
"""Characters of somebody else's text that an error sentence repeats at most."""

_log = logging.getLogger(__name__)


@dataclass
class _Outcome:
    """What the thread leaves behind; both None while the tool still runs."""

    text: str | None = None
    error: str | None = None


def execute(
    tools: Mapping[str, Tool],
    call: ToolCall,
    *,
    seconds: float,
    cut: Callable[[str], tuple[str, bool]],
) -> Observation:
    """Check the call, run the tool, and return what the model reads next; never raises.

    A result is compact JSON. An unknown tool, arguments that do not fit the schema, an
    error of the tool and running longer than ``seconds`` all become ``{"error": "…"}``
    with ``is_error``. ``cut`` shortens a text to the output limit, which only the owner
    of the tokenizer can count, and says whether it had to; the mark is added here.

    The tool runs in a daemon thread. Python cannot kill a thread: after the time limit
    it is no longer waited for, but it runs on until it returns or the process ends.
    """
    started = time.perf_counter()
    outcome = _Outcome()
    thread = Thread(target=_run, args=(tools, call, outcome), name=f"tool {call.name[:40]}", daemon=True)
    thread.start()
    thread.join(seconds)
    text, error = outcome.text, outcome.error
    if text is None and error is None:
        error = f"The tool {_short(call.name)} did not answer within {seconds:g} seconds."
    content, was_cut = cut(text if text is not None else _json({"error": error}))
    return Observation(
        content=content + CUT_MARK if was_cut else content,
        is_error=text is None,
        cut=was_cut,
        seconds=time.perf_counter() - started,
    )


def _run(tools: Mapping[str, Tool], call: ToolCall, outcome: _Outcome) -> None:
    """Fill in the outcome; checking belongs here too, as a foreign schema may be slow to check."""
    try:
        outcome.text = _json(_checked(tools, call)(**call.arguments))
    except ToolError as error:
        outcome.error = str(error)
    except BaseException as error:
        # A tool is foreign code: whatever it raises, SystemExit included, is the model's to read.
        _log.info("The tool %s failed.", call.name, exc_info=error)
        outcome.error = f"The tool {_short(call.name)} failed: {type(error).__name__}: {_first_line(error)}"


def _checked(tools: Mapping[str, Tool], call: ToolCall) -> Tool:
    """The tool that the call names, its arguments valid.

    Raises:
        ToolError: no such tool, or arguments that do not fit its schema.
    """
    tool = tools.get(call.name)
    if tool is None:
        raise ToolError(f"There is no tool {_short(call.name)}; there are {', '.join(tools) or 'none'}.")
    check_arguments(tool.spec, call.arguments)
    return tool


def check_arguments(spec: ToolSpec, arguments: dict[str, Any]) -> None:
    """Check arguments against the tool's schema; a ``$ref`` to an address is never fetched.

    Raises:
        ToolError: they do not fit; the sentence names the argument.
    """
    from jsonschema.exceptions import best_match
    from jsonschema.validators import Draft202012Validator, validator_for
    from referencing import Registry

    validator = validator_for(spec.parameters, default=Draft202012Validator)
    errors = validator(spec.parameters, registry=Registry()).iter_errors(arguments)
    if (error := best_match(errors)) is not None:
        raise ToolError(_sentence(spec, error))


def _sentence(spec: ToolSpec, error: ValidationError) -> str:
    """What does not fit, with the argument's name."""
    known = ", ".join(spec.parameters.get("properties", {})) or "no arguments"
    if error.validator == "required" and not error.path:
        missing = [name for name in error.validator_value if name not in error.instance]
        return f"{spec.name} needs the argument {', '.join(missing)}; it takes {known}."
    if error.validator == "additionalProperties" and not error.path:
        extra = [_short(name) for name in error.instance if name not in error.schema.get("properties", {})]
        return f"{spec.name} has no argument {', '.join(extra[:3])}; it takes {known}."
    path = ".".join(str(part) for part in error.path) or "arguments"
    given = _short(json.dumps(error.instance, ensure_ascii=False))
    if error.validator == "type":
        return f"The argument {path} of {spec.name} must be of type {error.validator_value}, not {given}."
    if error.validator == "enum":
        return f"The argument {path} of {spec.name} must be one of {error.validator_value}, not {given}."
    return (
        f"The argument {path} of {spec.name} does not fit {error.validator} {error.validator_value}: {given}."
    )


def _json(value: Any) -> str:
    """Compact JSON; a lone surrogate becomes ``?``, as neither tokenizers nor databases take one."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")


def _first_line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return _short(lines[0]) if lines else "no message"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
