"""How files are written: their letters, what stands between cells, and how names of columns are compared."""

from productgov.fields import Term

__all__ = ["Delimiter", "Encoding", "Headings"]


class Encoding(Term):
    """How the letters of a CSV file are stored, where it has no byte order mark."""

    UTF_8 = "utf-8", "Unicode; every file with a byte order mark is read as what the mark says."
    CP1252 = "windows-1252", "Western European Windows."
    CP1250 = "windows-1250", "Central European Windows."
    CP1251 = "windows-1251", "Cyrillic Windows."
    UTF_16 = "utf-16", "Unicode with two bytes a letter."


class Delimiter(Term):
    """What stands between the cells of a CSV file."""

    COMMA = ",", "A comma."
    SEMICOLON = ";", "A semicolon."
    TAB = "\t", "A tab."
    PIPE = "|", "A vertical bar."


class Headings(Term):
    """How the names of columns are compared, in any case."""

    WHOLE = "whole", "A column has the whole name, or one of its lines does."
    WORDS = "words", "A column has the words of the name among its own."
