"""A third party's package of commands, one of each kind of filter, as the tests of the stream use it."""

import os
import signal
import time
from typing import Any

import click

from newsutils.commands.base import FilterCommand
from newsutils.filter import DROP, Annotate, Explode, Filter, Stream
from newsutils.record import RecordError, text_field


@click.command("letters", cls=FilterCommand)
@click.option("--sleep", type=float, default=0, help="Seconds that each record takes.")
@click.option("--work", type=float, default=0, help="Seconds of CPU that each record takes.")
@click.option("--as", "name", default="letters", help="The field to add.")
def letters(**options: Any) -> Filter:
    """Count the letters of the text."""
    return Annotate("letters", "tiny_filters:letter_counter", options)


def letter_counter(sleep, work, name):
    if sleep < 0:
        raise ValueError("no time to sleep")

    def count(record):
        text = text_field(record)
        return MISHAPS[text](text) if text in MISHAPS else {name: len(text)}

    def count_slowly(record):
        time.sleep(sleep)
        ends = time.process_time() + work
        while work and time.process_time() < ends:
            pass
        return count(record)

    return count_slowly if sleep or work else count


def kill(_text):
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(_text):
    raise RecordError("I refuse")


def stumble(_text):
    raise ZeroDivisionError("division by zero")


MISHAPS = {
    "drop": lambda _: DROP,
    "forget": lambda _: None,
    "kill": kill,
    "refuse": refuse,
    "stumble": stumble,
    "surrogate": lambda _: {"letters": "\ud800"},
}
"""What befalls the records of these texts."""


@click.command("words", cls=FilterCommand)
def words() -> Filter:
    """Make a record of each word."""
    return Explode("words", "tiny_filters:word_splitter")


def word_splitter():
    return lambda record: [{"text": word} for word in text_field(record).split()]


@click.command("running-number", cls=FilterCommand)
def running_number() -> Filter:
    """Number the records, and give the count of all of them at the end."""
    return Stream("running-number", "tiny_filters:Numbering")


class Numbering:
    def __init__(self):
        self.count = 0
        self.last = None

    def push(self, record):
        self.count += 1
        record.update({"number": self.count})
        held, self.last = self.last, record
        return [held] if held else []

    def end(self):
        if self.last:
            self.last.update({"of": self.count})
            yield self.last
        if self.count == 13:
            raise RecordError("an unlucky count")


@click.command("backwards", cls=FilterCommand)
@click.option("--sleep", type=float, default=0, help="Seconds that each record takes at the end.")
def backwards(sleep: float) -> Filter:
    """Give the records from the last to the first."""
    return Stream("backwards", "tiny_filters:Turning", {"sleep": sleep})


class Turning:
    def __init__(self, sleep):
        self.sleep = sleep
        self.records = []

    def push(self, record):
        self.records.append(record)
        return []

    def end(self):
        while self.records:
            time.sleep(self.sleep)
            yield self.records.pop()
