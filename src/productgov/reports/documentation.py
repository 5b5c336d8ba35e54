"""The address of the documentation, as the installed package states it."""

from importlib.metadata import PackageNotFoundError, metadata

__all__ = ["address_of_code"]


def address_of_code(code: str) -> str | None:
    """The address of the page that explains a code; None where the package states no address of its documentation."""
    try:
        stated = metadata("productgov").get_all("Project-URL") or ()
    except PackageNotFoundError:
        return None
    for each in stated:
        label, _, address = each.partition(", ")
        if label.lower() == "documentation":
            return f"{address.rstrip('/')}/reference/findings/#{code.lower()}"
    return None
