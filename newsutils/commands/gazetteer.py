"""Build a gazetteer, or look into one."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

HOME = "newsutils.places.gazetteer"


@click.group("gazetteer")
def command() -> None:
    """Build a gazetteer, or look into one.

    A gazetteer is one file of places and their names, for `extract-places --gazetteer`.

    \b
    Example:
      newsutils gazetteer lookup Raqqa
    """


@command.command("build")
@click.option("--geonames", multiple=True, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--alternate-names", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--country", default="", metavar="CC,CC", help="Only these countries (ISO 3166-1).")
@click.option("--classes", default="APHTLSRUV", show_default=True, help="Only these of GeoNames' feature classes.")
@click.option("--min-population", type=click.IntRange(0), default=0, help="Leave smaller towns out.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
def build(output: Path, **options: Any) -> None:
    """Build a gazetteer from GeoNames' dumps.

    A dump is a table such as allCountries.txt or SY.txt, or its zip archive; it may be given several times.

    \b
    Example:
      newsutils gazetteer build --geonames SY.zip --alternate-names alternateNamesV2.zip -o syria.gaz
    """
    partial = output.with_name(output.name + ".part")
    try:
        with partial.open("wb") as file:
            count = import_module(f"{HOME}.compile").compile_dumps(file, **options)
        partial.replace(output)
    except (OSError, ValueError) as error:
        partial.unlink(missing_ok=True)
        raise click.ClickException(str(error)) from None
    click.echo(f"{output}: {count} places", err=True)


@command.command("info")
@click.argument("path", required=False, metavar="[FILE]")
def info(path: str | None) -> None:
    """Say what a gazetteer holds; without FILE, the one that is built in."""
    gazetteer = _open(path)
    click.echo(f"{gazetteer.path}\n{len(gazetteer)} places, {gazetteer.names} names")
    for name in ("name", "credit"):
        if name in gazetteer.meta:
            click.echo(f"{name}: {gazetteer.meta[name]}")


@command.command("lookup")
@click.argument("name")
@click.option("--gazetteer", "path", metavar="FILE", help="Look in this one instead of the one that is built in.")
def lookup(name: str, path: str | None) -> None:
    """Print the places that a name may mean, the most populous first, as JSON Lines."""
    import msgspec

    key = import_module("newsutils.places.names").name_key(name)
    for entry in _open(path).find(key):
        click.echo(msgspec.json.encode(entry._asdict()).decode())


def _open(path: str | None) -> Any:
    try:
        return import_module(f"{HOME}.reader").Gazetteer(path) if path else import_module(f"{HOME}.union").builtin()
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None
