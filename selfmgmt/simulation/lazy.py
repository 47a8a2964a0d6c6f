"""Figures that are computed when they are first asked for, and then kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801  it reads as a decorator
    """A ``functools.cached_property`` without the lock that made threads wait before Python 3.12.

    >>> class Circle:
    ...     @lazy
    ...     def area(self):
    ...         return print("computed") or 3
    >>> circle = Circle()
    >>> circle.area + circle.area
    computed
    6
    """

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self._compute, self.__doc__ = compute, compute.__doc__

    def __get__(self, instance: Any, owner: type) -> Value:
        """The figure; from then on it stands in the instance, where it is found first."""
        value = self._compute(instance)
        instance.__dict__[self._compute.__name__] = value
        return value
