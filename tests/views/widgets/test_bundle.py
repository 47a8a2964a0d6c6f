"""Modules become one script that gives what they gave apart."""

import pytest

from selfmgmt.views.widgets.bundle import bundle


def written(folder, **modules):
    """The modules as files; the first is where it begins."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return bundle(folder / f"{next(iter(modules))}.js")


def test_each_module_comes_once_and_after_what_it_imports(tmp_path):
    """Names of one do not meet those of another; comments stay behind."""
    script = written(
        tmp_path,
        main='import { a as one, b } from "./low.js";\nimport { c } from "./middle.js";\n'
        "export const sum = one + b + c;\n",
        middle='// told\nimport { b } from "./low.js";\n/** one\n * two */\nconst a = b;\n'
        "export function c() {}\n",
        low="export const a = 1;\nconst b = 2;\nexport { b };\n",
    )
    assert script.splitlines() == [
        "const module_0 = (() => {",
        "const a = 1;",
        "const b = 2;",
        "return { a, b };",
        "})();",
        "const module_1 = (() => {",
        "const { b } = module_0;",
        "const a = b;",
        "function c() {}",
        "return { c };",
        "})();",
        "const module_2 = (() => {",
        "const { a: one, b } = module_0;",
        "const { c } = module_1;",
        "const sum = one + b + c;",
        "return { sum };",
        "})();",
        "const exported = module_2;",
    ]


def test_code_between_two_comments_stays(tmp_path):
    """A comment ends at its end, whatever stands behind it."""
    script = written(tmp_path, main="/** @type {number} */ let a = 1;\nlet b = 2; /** x */\n")
    assert "let a = 1;" in script
    assert "let b = 2;" in script


def test_a_circle_is_refused(tmp_path):
    """There would be no order."""
    with pytest.raises(ValueError, match="imports itself"):
        written(
            tmp_path, main='import { a } from "./low.js";\n', low='import { b } from "./main.js";\n'
        )


def test_what_cannot_be_joined_is_refused(tmp_path):
    """It does not pass in silence."""
    with pytest.raises(ValueError, match="cannot be joined"):
        written(tmp_path, main="export default 3;\n")
