"""The travel tools by name, as the agent calls them."""

from collections.abc import Callable
from typing import Any

import pytest

from umi.errors import ToolError
from umi.tools.base import Tool
from umi.tools.execute import check_arguments
from umi.tools.travel import travel_tools

Call = Callable[..., Any]


@pytest.fixture(scope="session")
def tools() -> dict[str, Tool]:
    return {tool.spec.name: tool for tool in travel_tools()}


@pytest.fixture(scope="session")
def use(tools: dict[str, Tool]) -> Call:
    """Call a tool with arguments that its schema allows."""

    def call(name: str, /, **arguments: Any) -> Any:
        check_arguments(tools[name].spec, arguments)
        return tools[name](**arguments)

    return call


@pytest.fixture(scope="session")
def refusal(use: Call) -> Callable[..., str]:
    """The sentence with which a tool refuses the arguments."""

    def call(name: str, /, **arguments: Any) -> str:
        with pytest.raises(ToolError) as caught:
            use(name, **arguments)
        return str(caught.value)

    return call
