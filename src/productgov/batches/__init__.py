"""Many documents at once: in this process, or through any executor of the standard library's interface."""
