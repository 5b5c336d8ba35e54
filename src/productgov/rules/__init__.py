"""The rules that a governance is checked by, one file a family."""
