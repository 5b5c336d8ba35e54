"""Results that show themselves."""

__all__ = ["Displayed"]


class Displayed:
    """A result whose `str` is what the command line prints about it."""

    __slots__ = ()

    def __str__(self) -> str:
        # The views know the results, not the other way round: this late import is the one exception.
        from productgov.views.displays import text_of  # noqa: PLC0415

        return text_of(self)
