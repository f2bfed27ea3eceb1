#!/bin/sh
# Draws solved travel questions and trains the adapters of this folder: some five hours on two cores.
# Stopped, it goes on where it was. Usage: sh assets/adapters/train.sh FOLDER
set -e
out=${1:?give a folder for the data and the adapters}

# draw ROUND TRAIN OPENINGS VALID: the round's number is its seed.
draw() {
  [ -e "$out/data$1/heldout.jsonl" ] || python -m training travel --out "$out/data$1" \
    --train "$2" --openings "$3" --valid "$4" --questions 220 --seed "$1"
}

# learn ROUND FOLDER OPTIONS…
learn() {
  data=$out/data$1 trained=$out/$2
  shift 2
  python -m training glpft "$data/train.jsonl" --valid "$data/valid.jsonl" --out "$trained" --batch 8 "$@"
}

# Two rounds of the backbone alone, then one with the roles; each goes on from the one before.
draw 1 7000 14000 100
learn 1 first --recipe single-llm-multi-task --epochs 0.75 --role-epochs 0.25 --learning-rate 3e-4
draw 2 4500 6500 100
learn 2 second --from "$out/first" --recipe single-llm-multi-task --epochs 0.75 --role-epochs 0.25 \
  --learning-rate 2e-4
draw 3 3200 3200 80
learn 3 adapters --from "$out/second" --epochs 1 --role-epochs 0.1 --role-rank 6 \
  --learning-rate 2e-4 --role-learning-rate 2e-4
