"""The web app: parse arguments, wire the parts, launch."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

# Asked before Gradio is imported: no page and no start ever talks to the outside.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

from annotate.adapters import Adapters
from annotate.db import default_url
from annotate.jobs import Jobs
from annotate.logins import read_logins
from annotate.runner import Runner
from annotate.store import Store
from annotate.ui.address import host_check, require_free
from annotate.ui.build import build
from annotate.ui.theme import page_options
from umi import terminal
from umi.agent import read_ahead
from umi.errors import UmiError
from umi.models.files import Progress
from umi.models.holder import ModelHolder
from umi.models.loading import load_model
from umi.options import add_model_options
from umi.tools.travel import travel_tools

if TYPE_CHECKING:
    from umi.models.local import LocalModel


def main() -> int:
    """Serve until Ctrl+C."""
    options = _parser().parse_args()
    try:
        require_free(options.host, options.port)
        logins = read_logins(options.auth) if options.auth else None
        store = Store.open(default_url())
    except UmiError as error:
        print(error, file=sys.stderr)
        return 1
    # ``adapters`` comes into being below: the lambda looks it up when a model was loaded.
    holder = ModelHolder(_loader(options, lambda model: adapters.sync(model)))  # noqa: PLW0108
    adapters = Adapters(store, holder)
    jobs = Jobs(store, adapters)
    app = build(Runner(store, holder, travel_tools(), adapters.sync), holder, store, adapters, jobs)
    holder.load(options.model)
    _, url, _ = app.launch(
        server_name=options.host,
        server_port=options.port,
        auth=logins,
        app_kwargs={"middleware": [host_check(options.host)]},
        prevent_thread_lock=True,
        quiet=True,
        **page_options(),
    )
    print(f"UMi Studio is at {url} (Ctrl+C ends it)", flush=True)
    app.block_thread()
    jobs.close()
    store.close()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="UMi Studio: watch a small-model agent step by step.")
    add_model_options(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (default: this machine)")
    parser.add_argument("--port", type=int, help="port to serve on (default: the first free one from 7860)")
    parser.add_argument("--auth", type=Path, metavar="FILE", help="ask for a login: a name:password a line")
    return parser


def _loader(
    options: argparse.Namespace, prepare: Callable[[LocalModel], None]
) -> Callable[[str | None, Progress], LocalModel]:
    def load(name: str | None, progress: Progress) -> LocalModel:
        def report(message: str, fraction: float | None) -> None:
            terminal.progress(message, fraction)
            progress(message, fraction)

        # The adapters belong to the model they were given with, not to one chosen later on the page.
        model = load_model(name, report, options.adapters if name == options.model else None)
        report("Loading the adapters that are live", None)
        prepare(model)
        report("Reading the tools", None)
        read_ahead(model, travel_tools())
        return model

    return load


if __name__ == "__main__":
    sys.exit(main())
