"""The model: what a governance document says, one concept a file."""
