"""All pages as one Gradio app."""

from __future__ import annotations

from typing import Any

import gradio as gr

from annotate.adapters import Adapters
from annotate.desk import Desk
from annotate.jobs import Jobs
from annotate.runner import Runner
from annotate.store import Store
from annotate.ui.compare_feed import CompareFeed
from annotate.ui.compare_page import compare_page
from annotate.ui.data_page import data_page
from annotate.ui.editor_feed import EditorFeed
from annotate.ui.feed import Feed
from annotate.ui.header import header
from annotate.ui.models_page import models_page
from annotate.ui.review_feed import ReviewFeed
from annotate.ui.review_page import review_page
from annotate.ui.run_page import run_page
from annotate.ui.train_feed import TrainFeed
from annotate.ui.train_page import train_page
from umi.models.holder import ModelHolder


def build(
    runner: Runner, holder: ModelHolder[Any], store: Store, adapters: Adapters, jobs: Jobs
) -> gr.Blocks:
    """The app; launch it with ``theme.page_options()``."""
    feed, desk = Feed(runner, store), Desk(store, runner, holder)
    blocks = gr.Blocks(title="UMi Studio", analytics_enabled=False, fill_width=True)
    with blocks:
        header(holder)
        with gr.Tabs(elem_id="pages"):
            with gr.Tab("Run", id="run"):
                run_page(runner, feed)
            with gr.Tab("Review", id="review"):
                review_page(ReviewFeed(desk), EditorFeed(desk, store), feed, desk.people)
            with gr.Tab("Train", id="train"):
                train_page(TrainFeed(jobs, adapters, store), adapters, store, desk.people)
            with gr.Tab("Compare", id="compare"):
                compare_page(CompareFeed(runner, adapters, feed), desk.people)
            with gr.Tab("Data", id="data") as data:
                data_page(store, data)
            with gr.Tab("Models", id="models"):
                models_page(holder)
    return blocks
