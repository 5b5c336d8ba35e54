"""Repairs of documents: the text is edited where a finding is, and everything else stays as it is."""
