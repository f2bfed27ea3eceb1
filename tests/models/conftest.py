"""Real models of a few kilobytes, a GGUF and a safetensors folder, and adapters, all with random weights."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from gguf import GGUFWriter, TokenType

from umi.models.catalog import resolve
from umi.models.files import ModelFiles
from umi.models.vocabulary import Vocabulary
from umi.schema import Role

if TYPE_CHECKING:
    from transformers import PreTrainedModel

HIDDEN, INNER, HEADS = 16, 32, 2
TOKENS = ["<unk>", "<s>", "</s>", "ab", *(chr(code) for code in range(33, 127))]


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    """A GGUF of 25 kB."""
    return write_gguf(tmp_path / "tiny.gguf")


@pytest.fixture(scope="session")
def converted_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A UMI_HOME with the small GGUF converted, to be copied."""
    folder = tmp_path_factory.mktemp("converted")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMI_HOME", str(folder / "home"))
        resolve(str(write_gguf(folder / "tiny.gguf")), lambda _message, _fraction: None)
    return folder / "home"


@pytest.fixture
def tiny_home(converted_home: Path, umi_home: Path) -> Path:
    """The test's own UMI_HOME, with the small GGUF converted."""
    return Path(shutil.copytree(converted_home, umi_home))


@pytest.fixture
def tiny_folder(tmp_path: Path, default_model: ModelFiles) -> Path:
    """A model folder of 3 MB with the default model's tokenizer."""
    return write_folder(tmp_path / "tiny-model", default_model.path)


@pytest.fixture(scope="session")
def adapter_folders(default_model: ModelFiles, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Random adapters of the default model, activated and plain, for each role: ``alora_planner`` …"""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    vocabulary = Vocabulary(AutoTokenizer.from_pretrained(default_model.path), 49152)
    backbone = AutoModelForCausalLM.from_pretrained(default_model.path, dtype=torch.float32)
    folders = {}
    for kind in ("alora", "lora"):
        for role in Role:
            name = f"{kind}_{role}"
            folders[name] = tmp_path_factory.mktemp(name)
            save_random_adapter(
                backbone, folders[name], vocabulary.invocation(role) if kind == "alora" else None
            )
    return folders


def save_random_adapter(backbone: PreTrainedModel, folder: Path, invocation: list[int] | None) -> None:
    import torch
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(len(folder.name))
    config = LoraConfig(
        r=8,
        # Strong enough to change every text, and not so strong that rounding tips the next token.
        lora_alpha=24,
        target_modules=["q_proj", "k_proj", "v_proj", "o_proj"],
        alora_invocation_tokens=invocation,
        init_lora_weights=False,
        task_type="CAUSAL_LM",
    )
    peft = get_peft_model(backbone, config)
    peft.save_pretrained(str(folder))
    peft.unload()


def write_gguf(path: Path) -> Path:
    """A one-layer llama, key names as in https://github.com/ggml-org/ggml/blob/master/docs/gguf.md."""
    writer = GGUFWriter(path, "llama")
    _add_shape(writer)
    _add_tokenizer(writer)
    random = np.random.default_rng(0)
    for name, shape in _shapes().items():
        writer.add_tensor(name, random.standard_normal(shape).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_shape(writer: GGUFWriter) -> None:
    writer.add_context_length(128)
    writer.add_embedding_length(HIDDEN)
    writer.add_block_count(1)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)
    writer.add_rope_dimension_count(HIDDEN // HEADS)
    writer.add_vocab_size(len(TOKENS))


def _add_tokenizer(writer: GGUFWriter) -> None:
    writer.add_tokenizer_model("gpt2")
    writer.add_token_list(TOKENS)
    writer.add_token_merges(["a b"])
    writer.add_token_types([TokenType.CONTROL] * 3 + [TokenType.NORMAL] * (len(TOKENS) - 3))
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)


def _shapes() -> dict[str, tuple[int, ...]]:
    square = (HIDDEN, HIDDEN)
    return {
        "token_embd.weight": (len(TOKENS), HIDDEN),
        "output_norm.weight": (HIDDEN,),
        "output.weight": (len(TOKENS), HIDDEN),
        "blk.0.attn_norm.weight": (HIDDEN,),
        "blk.0.ffn_norm.weight": (HIDDEN,),
        **{f"blk.0.attn_{part}.weight": square for part in ("q", "k", "v", "output")},
        "blk.0.ffn_gate.weight": (INNER, HIDDEN),
        "blk.0.ffn_up.weight": (INNER, HIDDEN),
        "blk.0.ffn_down.weight": (HIDDEN, INNER),
    }


def write_folder(folder: Path, tokenizer: Path) -> Path:
    """The same shape as safetensors, with the tokenizer of the folder ``tokenizer``."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=49152,  # SmolLM2's, as the tokenizer is borrowed from it
        hidden_size=HIDDEN,
        intermediate_size=INNER,
        num_hidden_layers=1,
        num_attention_heads=HEADS,
        max_position_embeddings=512,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy(tokenizer / name, folder)
    return folder
