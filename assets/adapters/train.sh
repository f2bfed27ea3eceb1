#!/bin/sh
# Draws solved travel questions and trains the adapters of this folder: some four hours on two cores.
# Stopped, it goes on where it was. Usage: sh assets/adapters/train.sh FOLDER
set -e
out=${1:?give a folder for the data and the adapters}
[ -e "$out/one/heldout.jsonl" ] ||
  python -m training travel --out "$out/one" --train 7000 --openings 14000 --valid 100 --questions 220 --seed 1
[ -e "$out/two/heldout.jsonl" ] ||
  python -m training travel --out "$out/two" --train 4500 --openings 6500 --valid 100 --questions 220 --seed 2
# The backbone alone, which the second round goes on from.
python -m training glpft "$out/one/train.jsonl" --valid "$out/one/valid.jsonl" --out "$out/first" \
  --recipe single-llm-multi-task --epochs 0.75 --role-epochs 0.25 --batch 8 --learning-rate 3e-4
python -m training glpft "$out/two/train.jsonl" --valid "$out/two/valid.jsonl" --out "$out/adapters" \
  --from "$out/first" --epochs 1 --role-epochs 0.06 --role-rank 6 --batch 8 --learning-rate 2e-4
