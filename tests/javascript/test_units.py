"""The unit tests of JavaScript, ``*_test.js`` in this folder, all at once."""

from pathlib import Path

from tests.javascript.runtime import deno

HERE = Path(__file__).parent


def test_every_unit_test_passes(tmp_path: Path) -> None:
    """Each file has its turn; what fails is shown as the runtime tells it."""
    files = sorted(path.name for path in HERE.glob("*_test.js"))
    done = deno("test", HERE, config=HERE / "deno.json", kept=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [name for name in files if name not in done.stdout] == []
