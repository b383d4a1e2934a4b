"""What is to be run, as asked for on the command line, and what is refused."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass

from newsutils.filter import Filter, Read, Stream
from newsutils.stream.chain import Manner
from newsutils.stream.errors import UsageError
from newsutils.stream.ordered import first_ordered, preparation
from newsutils.stream.source import STDIN


@dataclass(frozen=True)
class Plan:
    """Filters and the stream that they run over; see ``newsutils COMMAND --help`` for the options."""

    command: str
    filters: Sequence[Filter]
    files: Sequence[str] = ()
    output: str | None = None
    on_error: str = "skip"
    rejects: str | None = None
    jobs: int = 1
    encoding_errors: str = "strict"
    provenance: bool = False
    stats: str | None = None
    quiet: bool = False

    @property
    def reads_pages(self) -> bool:
        """Whether the first filter reads pages instead of lines."""
        return isinstance(self.filters[0], Read)

    @property
    def inputs(self) -> Sequence[str]:
        """The files or pages to read; standard input if none is named."""
        return (self.filters[0].paths if self.reads_pages else self.files) or (STDIN,)

    @property
    def manner(self) -> Manner:
        """How the filters are run."""
        return Manner(
            keep=self.on_error == "keep",
            stop=self.on_error == "fail",
            replace=self.encoding_errors == "replace",
            provenance=self.provenance,
            timed=self.stats is not None,
        )

    @property
    def halves(self) -> bool:
        """Whether batches go half way, up to a filter that needs the order and has its work prepared."""
        return preparation(self.filters) is not None

    @property
    def surveys(self) -> bool:
        """Whether the first filter looks at all records before it takes the first: they are read twice."""
        first = self.filters[0]
        files = [name for name in self.files if name != STDIN and os.path.isfile(name)]
        return isinstance(first, Stream) and first.surveys and 0 < len(files) == len(self.files)

    def check(self) -> None:
        """Raise UsageError if it cannot be run without harm."""
        if any(isinstance(one, Read) for one in self.filters[1:]):
            raise UsageError("`read` can only come first")
        if self.jobs > 1:
            self._check_order()
        self._check_targets()
        for name in self.inputs:
            self._check_overwriting(name)

    def _check_order(self) -> None:
        place = first_ordered(self.filters)
        if place < len(self.filters) and not self.halves:
            command = self.filters[place].command
            raise UsageError(f"`{command}` sees the records in order, in one process: it takes no --jobs")

    def _check_overwriting(self, name: str) -> None:
        for target in self._targets:
            if _same_file(name, target):
                raise UsageError(f"{name}: the output would overwrite the input")
        if self.output is None and _same_file(name, 1):
            raise UsageError(f"{name}: the input is standard output too")

    def _check_targets(self) -> None:
        places = [os.path.realpath(name) for name in self._targets if not _is_device(name)]
        if len(set(places)) < len(places):
            raise UsageError("--output, --rejects, --stats and what a filter writes need a file each")

    @property
    def _targets(self) -> Sequence[str]:
        beside = [name for one in self.filters if isinstance(one, Stream) for name in one.writes]
        return [name for name in (self.output, self.rejects, self.stats, *beside) if name is not None]


def _same_file(name: str, other: str | int) -> bool:
    """Whether an input is the same regular file as another one, by name or descriptor."""
    try:
        there, here = os.stat(0 if name == STDIN else name), os.stat(other)
    except OSError:
        return False
    return stat.S_ISREG(there.st_mode) and os.path.samestat(there, here)


def _is_device(name: str) -> bool:
    return os.path.exists(name) and not os.path.isfile(name)
