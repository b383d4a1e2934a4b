"""Dates in news text, on the calendar."""
