"""What the agent asks of a tool."""

from typing import Any, Protocol

from umi.schema import ToolSpec


class Tool(Protocol):
    """A name, a description, a JSON Schema and a call."""

    @property
    def spec(self) -> ToolSpec:
        """What the model sees."""

    def __call__(self, **arguments: Any) -> Any:
        """Run with arguments valid against the schema; returns something JSON can say.

        Raises:
            ToolError: the arguments make no sense; the message tells the model what to change.
        """
