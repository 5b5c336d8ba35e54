"""Two versions of a governance: what changed between them, in the words of product people."""
