"""A municipality's own look."""

import pytest
import tinycss2

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.reporting.pages.html import STYLE
from selfmgmt.reporting.pages.theme import look, neutral, read_theme
from selfmgmt.reporting.pages.theme_values import READERS, contrast


@pytest.fixture
def theme(tmp_path):
    """Reads a theme that is written as given."""

    def read(text):
        path = tmp_path / "theme.css"
        path.write_text(text, encoding="utf-8")
        with speaking("en"):
            return read_theme(path)

    return read


def test_known_tokens_become_the_look(theme):
    """As this package writes them; a token of a component comes before a shared one."""
    found = theme(
        """/* ours */
        .ons-theme {
          --basis-heading-color: rgb(128 0 0);
          --utrecht-link-color: #036;
          --basis-color-action-2-color-default: #ff0000;
          --basis-text-font-family-default: 'Open Sans', Arial;
          --basis-text-font-size-md: 18px;
          --utrecht-button-color: url(https://elsewhere.example/x);
        }"""
    )
    assert found.values == {
        "heading": "#800000",
        "link": "#003366",
        "font": '"Open Sans", "Arial", sans-serif',
        "size": "1.125rem",
    }
    assert found.unused == 1
    assert found.css.startswith(":root {\n  --heading: #800000;\n")


def test_a_token_may_refer_to_another(theme):
    """As the published themes do."""
    found = theme(
        ":root { --ons-rood: maroon; --rood: var(--ons-rood);"
        " --basis-heading-color: var( --rood ) }"
    )
    assert found.values == {"heading": "#800000"}


@pytest.mark.parametrize(
    "value",
    [
        "var(--basis-heading-color)",
        "var(--nowhere)",
        "url(https://elsewhere.example/x)",
        "rgba(0, 0, 0, 0.5)",
        "currentColor",
        "expression(alert(1))",
        "#12345",
        "red blue",
        '"</style><script>alert(1)</script>"',
        "",
    ],
)
def test_what_is_no_colour_is_refused(theme, value):
    """With the token and what is allowed."""
    with pytest.raises(InputError, match=r"--basis-heading-color is .*#14607a"):
        theme(f":root {{ --basis-heading-color: {value}; }}")


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("--basis-text-font-family-default", "url(x)"),
        ("--basis-text-font-family-default", '"a</style>"'),
        ("--basis-text-font-family-default", "Arial,,serif"),
        ("--basis-text-font-family-default", "A" * 61),
        ("--basis-heading-font-weight", "1000"),
        ("--basis-heading-font-weight", "400.5"),
        ("--basis-text-font-size-md", "4px"),
        ("--basis-text-font-size-md", "calc(1rem + 90vw)"),
        ("--basis-text-line-height-md", "1"),
    ],
)
def test_other_values_have_limits_too(theme, token, value):
    """Fonts by name, weights, sizes."""
    with pytest.raises(InputError, match=f"{token} is "):
        theme(f":root {{ {token}: {value}; }}")


@pytest.mark.parametrize(
    "text",
    [
        "@import url(https://elsewhere.example/x.css); :root { --basis-heading-color: #800000; }",
        "@font-face { font-family: x; src: url(x.woff) }",
        "body { --basis-heading-color: #800000; }",
        ":root, body { --basis-heading-color: #800000; }",
        ".a .b { --basis-heading-color: #800000; }",
        ":root { color: #800000; --basis-heading-color: #800000; }",
        ":root { --basis-heading-color: #800000; @media print { color: red } }",
        ":root { --basis-heading-color: #800000 } </style><script>alert(1)</script>",
    ],
)
def test_a_theme_holds_only_tokens(theme, text):
    """No other rules, selectors or properties."""
    with pytest.raises(InputError, match="may only hold tokens"):
        theme(text)


def test_a_theme_without_known_tokens_is_refused(theme):
    """With those that are known."""
    with pytest.raises(InputError, match=r"theme.css.*--basis-heading-color"):
        theme(":root { --basis-heading-colour: #800000; }")


@pytest.mark.parametrize("raw", [b"\xff\xfe", b" " * 2_000_001], ids=["not utf-8", "too large"])
def test_what_is_no_style_sheet_is_refused(tmp_path, raw):
    """As is a file that is not there."""
    path = tmp_path / "theme.css"
    with pytest.raises(InputError, match=r"theme\.css"):
        read_theme(path)
    path.write_bytes(raw)
    with pytest.raises(InputError, match=r"theme\.css"):
        read_theme(path)


def test_too_little_contrast_is_refused_in_words(theme):
    """Every pair, with what it is and what it must be."""
    with pytest.raises(InputError, match=r"#888888.*3\.5.*4\.5") as caught:
        theme(":root { --utrecht-document-color: #888; --basis-heading-color: #999; }")
    assert len(caught.value.faults) == 5


def test_an_own_background_is_checked_with_our_text(theme):
    """A part that the theme does not name stays neutral, and must still be readable."""
    with pytest.raises(InputError, match="#333333"):
        theme(":root { --utrecht-document-background-color: #333; }")


def test_the_neutral_look_meets_its_own_rules():
    """Nothing that we ask of others do we leave undone."""
    colours = neutral()
    for pair in look().contrast:
        for back in pair.behind:
            assert contrast(colours[pair.front], colours[back]) >= pair.least


def test_each_property_is_used_by_the_page():
    """A token that changes nothing would be a false promise."""
    style = STYLE.read_text(encoding="utf-8")
    assert all(f"var(--{name})" in style for name in look().properties)
    assert {about.kind for about in look().properties.values()} == set(READERS)


def test_what_a_theme_gives_is_read_as_written():
    """The values pass their own readers."""
    for kind, value in (("colour", "#800000"), ("font", '"Open Sans", serif'), ("weight", "650")):
        assert READERS[kind](_parts(value), 0, 0) == value


def _parts(value):
    """Those of a value in a style sheet."""
    parts = tinycss2.parse_component_value_list(value)
    return [part for part in parts if part.type != "whitespace"]
