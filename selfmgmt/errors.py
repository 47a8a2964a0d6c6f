"""The error classes of the product.

``SelfmgmtError``
    ``InputError``: what the user gave is wrong; carries every fault found.
    ``ServiceError``: a service outside, such as the CBS, did not answer as it should.
"""


class SelfmgmtError(Exception):
    """Any error that the product raises on purpose, worded for the user."""


class InputError(SelfmgmtError):
    """The input is wrong.

    Args:
        *faults: One sentence each: the field, the value given, what is allowed, what to do.

    >>> str(InputError("fte is -3; use more than 0."))
    'fte is -3; use more than 0.'
    """

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class ServiceError(SelfmgmtError):
    """A service outside did not answer, or not in the shape that was agreed."""
