"""The rules of the strategy: what must hold between the parts of a governance, one file a family."""
