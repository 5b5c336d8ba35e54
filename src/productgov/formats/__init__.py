"""Text to plain data and back, with the place of every value; nothing here knows the model."""
