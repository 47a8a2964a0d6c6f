"""The open data service of the CBS, asked through its maintained client ``cbsodata``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from selfmgmt.errors import InputError, ServiceError
from selfmgmt.language import gettext
from selfmgmt.reference.settings import setting

MAIN = "https://opendata.cbs.nl"
THIRD_PARTY = "https://dataderden.cbs.nl"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cbs:
    """The service; ``base_url`` takes the place of both addresses of the CBS.

    Raises:
        InputError: ``base_url`` is not the address of a service.
    """

    base_url: str | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.base_url or MAIN)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise InputError(
                gettext(
                    "base_url is {given}; write an address such as {example}.",
                    given=repr(self.base_url),
                    example=MAIN,
                )
            )

    def rows(
        self,
        table: str,
        part: str = "TypedDataSet",
        *,
        service: str = MAIN,
        select: list[str] | None = None,
        filters: str | None = None,
    ) -> list[Record]:
        """All rows of one part of a table, page after page, the padding of keys removed.

        Raises:
            ServiceError: No answer, or one that is not in the agreed shape.
        """
        import cbsodata

        # get_meta hands these on; get_data would fetch six more parts and put names for codes
        query = {"select": select, "filters": filters}
        return self._ask(
            table, service, lambda **where: cbsodata.get_meta(table, part, **query, **where)
        )

    def catalogue(self, service: str) -> list[Record]:
        """The tables that a service offers.

        Raises:
            ServiceError: No answer, or one that is not in the agreed shape.
        """
        import cbsodata

        select = ["Identifier", "Title"]
        return self._ask(
            gettext("list of tables"),
            service,
            lambda **where: cbsodata.get_table_list(select, **where),
        )

    def _ask(self, table: str, service: str, call: Callable[..., Any]) -> list[Record]:
        address = self.base_url or service
        with answer_of(table, address), _scheme_of(address) as host:
            found = call(catalog_url=host, timeout=setting("refresh_timeout_seconds"))
            return [{key: _stripped(value) for key, value in row.items()} for row in found]


@contextmanager
def answer_of(table: str, address: str) -> Iterator[None]:
    """Inside, whatever is wrong with an answer is said as a :class:`ServiceError`."""
    from requests import RequestException

    try:
        yield
    except (RequestException, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ServiceError(
            gettext(
                "The CBS service {address} did not give {table}: {reason}. The figures you have "
                "stay as they are; try again later.",
                address=address,
                table=table,
                reason=_reason(fault),
            )
        ) from fault


@contextmanager
def _scheme_of(address: str) -> Iterator[str]:
    """The client takes a host and, for all its users together, whether that is secure."""
    import cbsodata

    parts, before = urlsplit(address), cbsodata.options.use_https
    cbsodata.options.use_https = parts.scheme == "https"
    try:
        yield parts.netloc + parts.path.rstrip("/")
    finally:
        cbsodata.options.use_https = before


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _reason(fault: Exception) -> str:
    from requests import HTTPError, JSONDecodeError, RequestException, Timeout

    if isinstance(fault, Timeout):
        seconds = setting("refresh_timeout_seconds")
        return gettext("no answer within {seconds:.0f} seconds", seconds=seconds)
    if isinstance(fault, HTTPError):
        answer = getattr(fault.__cause__, "response", None)
        return gettext("error {status}", status=getattr(answer, "status_code", fault))
    if isinstance(fault, RequestException) and not isinstance(fault, JSONDecodeError):
        return gettext("no connection")
    return gettext("the answer is not in the agreed shape")
