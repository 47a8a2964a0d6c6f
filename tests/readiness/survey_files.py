"""The made-up organisation as the files that a user has."""

import csv
from pathlib import Path

import numpy as np

from selfmgmt.readiness.answers import Answers
from tests.readiness.organisation import Organisation


def write_answers(path: Path, answers: Answers) -> Path:
    """The answers as the file of a survey tool."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["rol", "team", *answers.items])
        for role, team, row in zip(answers.roles, answers.teams, answers.values, strict=True):
            writer.writerow([role, team, *("" if np.isnan(value) else int(value) for value in row)])
    return path


def write_sizes(path: Path, organisation: Organisation) -> Path:
    """How many people there are, as a table."""
    rows = [f"{group.name or 'totaal'};{size}" for group, size in organisation.sizes.items()]
    path.write_text("\n".join(["groep;mensen", *rows]), encoding="utf-8")
    return path
