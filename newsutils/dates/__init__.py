"""Dates in news text, on the calendar."""

from newsutils.dates.expressions import Expression, find_expressions
from newsutils.dates.extract import Date, extract_dates

__all__ = ["Date", "Expression", "extract_dates", "find_expressions"]
