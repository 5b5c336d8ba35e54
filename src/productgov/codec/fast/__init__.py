"""The fast path for JSON, through msgspec (extra `fast`): imported at the first load or dump, and only there.

It says no more than yes or perhaps: in any doubt the detailed path decides, explains and writes.
"""
