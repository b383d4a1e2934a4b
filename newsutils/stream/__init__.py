"""Bytes, pipes, signals and processes: everything about running filters that is not about text.

``source`` and ``pages`` give records, ``chain`` takes them through filters, ``sink`` writes them, ``pool`` spreads the
work over processes, ``runner`` puts these together; ``errors`` and ``signals`` decide what becomes of trouble.
"""
