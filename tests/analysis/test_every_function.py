"""Every function that others may call is called by name in a test of its own room."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NO_READER = {"arrays.py"}  # checks at the door, which each function tests with what it refuses


def parsed(path):
    """The tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def public(path):
    """The functions, methods and properties of a module that others may call."""
    bodies = [tree.body for tree in ast.walk(parsed(path)) if isinstance(tree, ast.ClassDef)]
    found = [one for body in (parsed(path).body, *bodies) for one in body]
    return {
        one.name
        for one in found
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
    }


def called(path):
    """Every name that a test calls or reads, fixtures and other functions of its own left out."""
    tree = parsed(path)
    own = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
    names = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
    return names - own | {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}


@pytest.mark.parametrize("room", ["analysis", "scoring"])
def test_every_public_function_is_called_in_a_test_of_its_room(room):
    """What no world counts by hand may say anything."""
    in_tests = set().union(*map(called, (ROOT / "tests" / room).glob("test_*.py")))
    without = {
        f"{path.stem}.{name}"
        for path in (ROOT / "selfmgmt" / room).glob("*.py")
        if path.name not in NO_READER
        for name in public(path) - in_tests
    }
    assert without == set()
