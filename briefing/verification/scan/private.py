"""A value that shows itself to nobody who has not opened the vault."""

from __future__ import annotations

from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")


class Opener:
    """What a command that opens the vault holds; nothing outside this room can import it."""

    __slots__ = ()


def _refuse(*_: object) -> NoReturn:
    raise TypeError("this is private: it can only be revealed, by a command that opens the vault")


class Private(Generic[T]):
    """Cannot be printed, formatted, iterated over, compared, put into JSON or pickled by accident."""

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value = value

    def reveal(self, opener: Opener) -> T:
        """The value, for those who hold an opener."""
        if type(opener) is not Opener:
            raise TypeError("only a command that opens the vault may see this")
        return self._value

    def __repr__(self) -> str:
        return "Private(…)"

    __str__ = __format__ = __bytes__ = __iter__ = __len__ = __bool__ = __eq__ = __hash__ = _refuse
    __reduce__ = __reduce_ex__ = __copy__ = __deepcopy__ = __getstate__ = _refuse
