"""Plain data to objects of the model and back."""
