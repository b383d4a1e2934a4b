"""Build a gazetteer, or look into one."""

import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from newsutils.stream.errors import Exit, OutputError, Stopped, UsageError, say
from newsutils.stream.signals import Interrupts

HOME = "newsutils.places.gazetteer"
SHOWN = 100
"""Bad lines that are reported one by one."""
NO_OUTPUT = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("gazetteer")
def command() -> None:
    """Build a gazetteer, or look into one.

    A gazetteer is one file of places and their names, for `extract-places --gazetteer`.

    \b
    Example:
      newsutils gazetteer lookup Raqqa
    """


@command.command("build")
@click.option(
    "--geonames", multiple=True, type=FILE, metavar="FILE", help="A main table of GeoNames: allCountries, SY …"
)
@click.option("--alternate-names", multiple=True, type=FILE, metavar="FILE", help="GeoNames' alternateNamesV2.")
@click.option("--admin-codes", multiple=True, type=FILE, metavar="FILE", help="admin1CodesASCII or admin2Codes.")
@click.option("--country-info", multiple=True, type=FILE, metavar="FILE", help="GeoNames' countryInfo.")
@click.option("--csv", multiple=True, type=FILE, metavar="FILE", help="A table of your own; see above.")
@click.option("--country", default="", metavar="CC,CC", help="Only these countries (ISO 3166-1).")
@click.option("--classes", default="APHTLSRUV", show_default=True, help="Only these of GeoNames' feature classes.")
@click.option("--min-population", type=click.IntRange(0), default=0, metavar="N", help="Leave smaller towns out.")
@click.option(
    "--on-error",
    type=click.Choice(["skip", "fail"]),
    default="skip",
    show_default=True,
    help="A bad line: report it, go on and exit with 1, or stop there and write nothing.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no closing count on standard error.")
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Appears when it is whole."
)
def build(output: Path, on_error: str, quiet: bool, **sources: Any) -> int:
    """Build a gazetteer from GeoNames' dumps, from tables of your own, or both.

    Each option that names a file may be given several times. Files are text, or a zip archive of one. Memory stays
    small, for the 13 million places of allCountries too; temporary files take about the size of the sources. The names
    of --alternate-names, --admin-codes and --country-info are added to the places of the main tables. Of places with
    one number the first is kept; tables of your own come before GeoNames.

    A table (--csv) is separated by commas, semicolons or tabs, and its first line names the columns: name, lat, lon
    and, if you like, id (GeoNames' number), names (others, with | between them), country (ISO 3166-1), admin1 (ISO
    3166-2), kind (town, region, river … as in the output of extract-places) and population.

    \b
    Exit codes:
      0    all went well
      1    a line was bad; it was reported as FILE:LINE: reason
      2    it cannot be built as asked, or a file does not open or is none of its kind
      74   the output could not be written
    \b
    Example:
      newsutils gazetteer build --geonames SY.zip --alternate-names alternateNamesV2.zip -o syria.gaz
    """
    if not sources["geonames"] and not sources["csv"]:
        raise click.UsageError("nothing to build from: give --geonames or --csv")
    given = {path.resolve() for paths in sources.values() if isinstance(paths, tuple) for path in paths}
    if output.resolve() in given:
        raise click.UsageError(f"{output} is a source")
    failures = _Failures(stop=on_error == "fail")
    try:
        with Interrupts():
            count = _built(output, import_module(f"{HOME}.compile").Sources(**sources), failures, quiet)
    except Stopped:
        return Exit.FAILED
    if failures.count:
        say(f"newsutils gazetteer: {failures.count} lines failed")
    if not quiet:
        say(f"{output}: {count} places")
    return Exit.FAILED if failures.count else Exit.OK


class _Failures:
    """Reports bad lines, the first of them one by one, and stops at the first if asked to."""

    def __init__(self, stop: bool) -> None:
        self.count = 0
        self._stop = stop

    def __call__(self, where: str, reason: str) -> None:
        self.count += 1
        if self.count <= SHOWN:
            say(f"newsutils gazetteer: {where}: {reason}")
        if self._stop:
            raise Stopped


def _built(output: Path, sources: Any, failures: _Failures, quiet: bool) -> int:
    """Write the gazetteer beside its place and move it there; return how many places it has."""
    partial = output.with_name(f".{output.name}.part")
    bar = _bar(quiet, sources)
    reading = import_module(f"{HOME}.lines").Reading(failures, bar.update)
    compile_sources: Callable[..., int] = import_module(f"{HOME}.compile").compile_sources
    try:
        with partial.open("wb") as file:
            count = compile_sources(file, sources, reading, output.stem, bar.set_postfix_str)
        partial.replace(output)
    except ValueError as error:
        raise UsageError(f"gazetteer: {error}") from None
    except OSError as error:
        message = f"gazetteer: {error.filename or output}: {error.strerror or error}"
        raise (OutputError if error.errno in NO_OUTPUT else UsageError)(message) from None
    finally:
        bar.close()
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return count


def _bar(quiet: bool, sources: Any) -> Any:
    """Progress in bytes, for a person who watches standard error."""
    from tqdm import tqdm

    hidden = quiet or sys.stderr is None or not sys.stderr.isatty()
    tqdm.monitor_interval = 0
    total = None if hidden else sources.size
    return tqdm(desc="gazetteer", total=total, unit="B", unit_scale=True, leave=False, disable=hidden)


@command.command("info")
@click.argument("path", required=False, metavar="[FILE]")
def info(path: str | None) -> None:
    """Check a gazetteer from end to end and say what it holds; without FILE, the one that is built in.

    Exits with 2 if the file does not open, is no gazetteer, or is damaged.

    \b
    Example:
      newsutils gazetteer info syria.gaz
    """
    gazetteer = _open(path)
    try:
        gazetteer.verify()
    except ValueError as error:
        raise UsageError(str(error)) from None
    click.echo(f"{gazetteer.path}\n{len(gazetteer)} places, {gazetteer.names} names")
    for name in ("name", "credit", "sources"):
        value = gazetteer.meta.get(name)
        if value:
            click.echo(f"{name}: {', '.join(value) if isinstance(value, list) else value}")


@command.command("lookup")
@click.argument("name")
@click.option("--gazetteer", "path", metavar="FILE", help="Look in this one instead of the one that is built in.")
def lookup(name: str, path: str | None) -> int:
    """Print the places that a name may mean, the most populous first, as JSON Lines.

    Exits with 0 if there are any, 1 if there is none, 2 if the file does not open or is no gazetteer.

    \b
    Example:
      newsutils gazetteer lookup Salamiyah --gazetteer syria.gaz
    """
    import msgspec

    found = _open(path).find(import_module("newsutils.places.names").name_key(name))
    for entry in found:
        click.echo(msgspec.json.encode(entry._asdict()).decode())
    return Exit.OK if found else Exit.FAILED


def _open(path: str | None) -> Any:
    try:
        return import_module(f"{HOME}.reader").Gazetteer(path) if path else import_module(f"{HOME}.union").builtin()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    except ValueError as error:
        raise UsageError(str(error)) from None
