"""Reading the YAML files of the evidence into records, with every fault at once."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.values import unknown

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


class _OnceOnly(_Loader):  # type: ignore[misc]  # which base there is depends on the computer
    """Safe loader that refuses a key written twice, instead of keeping the last."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [self.construct_object(key, deep=True) for key, _value in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            fault = gettext("{keys} is written twice", keys=", ".join(twice))
            raise yaml.constructor.ConstructorError(None, None, fault, node.start_mark)
        return super().construct_mapping(node, deep)


def read_mapping(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds.

    Raises:
        InputError: The file cannot be read, is no YAML, or holds something else than a mapping.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_OnceOnly)  # noqa: S506 (safe)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise InputError(
            gettext("{file} cannot be read: {reason}.", file=path.name, reason=reason)
        ) from None
    if not isinstance(content, dict):
        raise InputError(
            gettext("{file} holds no names with values; write one name per record.", file=path.name)
        )
    return content


class Reader:
    """Reads files of records, and collects what is wrong to tell it all at once.

    Args:
        **context: What the records may refer to, by kind: names that exist.
    """

    def __init__(self, **context: Any) -> None:
        self._context = context
        self._faults: list[str] = []

    def know(self, **more: Any) -> None:
        """Add to what the next records may refer to."""
        self._context |= more

    def fault(self, where: str, what: str) -> None:
        """Note one fault at one place."""
        self._faults.append(f"{where}: {what}")

    def many(self, record: type[AnyRecord], path: Path) -> dict[str, AnyRecord]:
        """The sound records of a file that holds many; each one's ``key`` is its name there."""
        found = {
            key: self._checked(record, f"{path.name}, {key}", key, fields)
            for key, fields in read_mapping(path).items()
        }
        return {key: sound for key, sound in found.items() if sound is not None}

    def folder(self, record: type[AnyRecord], path: Path) -> dict[str, AnyRecord]:
        """The sound records of a folder with one per file; each ``key`` is the file's name."""
        found = {
            file.stem: self._checked(record, file.name, file.stem, read_mapping(file))
            for file in sorted(path.glob("*.yaml"))
        }
        return {key: sound for key, sound in found.items() if sound is not None}

    def finish(self) -> None:
        """Tell every fault that was found.

        Raises:
            InputError: There are faults.
        """
        if self._faults:
            raise InputError(*self._faults)

    def _checked(
        self, record: type[AnyRecord], where: str, key: str, fields: object
    ) -> AnyRecord | None:
        if not isinstance(fields, dict):
            self.fault(where, gettext("{given} is no set of fields.", given=quoted(fields)))
            return None
        try:
            return record.model_validate({**fields, "key": key}, context=self._context)
        except ValidationError as error:
            for detail in error.errors():
                self.fault(", ".join([where, *map(str, detail["loc"])]), _sentence(detail, record))
            return None


def _sentence(detail: Any, record: type[BaseModel]) -> str:
    if detail["type"] == "extra_forbidden":
        return unknown(detail["loc"][-1], record.model_fields)
    return str(detail["msg"])
