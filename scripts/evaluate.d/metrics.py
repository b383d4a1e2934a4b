"""The figures in what a scorer prints: each scorer has its own way to say them."""

import json
import re


def _rates(text: str) -> dict[str, float]:
    """``bound P 0.1 R 0.2 F1 0.3`` on a line: the F1 of each name."""
    found = {f"{name} F1": float(value) for name, value in re.findall(r"^(\w+) +P \S+ R \S+ F1 (\S+)", text, re.M)}
    right = re.search(r"docs right (\d+)/(\d+) +lossy docs (\d+)", text)
    if right:
        found |= {"docs": int(right[1]) / int(right[2]), "lossless": float(right[3] == "0")}
    return found


def _named(text: str) -> dict[str, float]:
    """``val=1/2/3 unitAcc=4 bound=5/6`` by tabs: the F1 of three, the share of two, per cent as a share."""
    found = {}
    for name, value in re.findall(r"(\S+)=([\d./]+)", text):
        parts = [float(part) for part in value.split("/")]
        if len(parts) == 3:
            found[f"{name} F1"] = parts[2] / 100
        elif len(parts) == 2 and parts[1]:
            found[name] = parts[0] / parts[1]
        elif name.endswith("Acc"):
            found[name] = parts[0] / 100
    return found


def _duplicates(text: str) -> dict[str, float]:
    said = json.loads(text)
    if "all" in said:
        return {f"{name} F1": said[name]["F1"] for name in ("all", "hand")}
    lost = 1000 * sum(said["stories_lost"].values()) / said["stories"]
    by_kind = {f"recall {kind}": share for kind, share in said["recall_by_kind"].items()}
    return {"F1": said["F1"], "P": said["P"], "R": said["R"], "ARI": said["ARI"], "lost per 1000": lost, **by_kind}


def _repair(text: str) -> dict[str, float]:
    found = {}
    for kind, exact, paragraphs in re.findall(r"^(\S+) +n=\d+ exact (\S+)  para F1 (\S+)", text, re.M):
        found |= {f"{kind} exact": float(exact), f"{kind} paragraphs": float(paragraphs)}
    return found


PLACES = ("strictF", "ovF", "acc161", "e2eF")
CLEANING = ("SF1", "SP", "SR", "lost", "exact")


def figures(scorer: str, text: str) -> dict[str, float]:
    """What a scorer said, as figures by name."""
    if scorer == "sentences.py":
        return _rates(text)
    if scorer == "numbers_and_dates.py":
        return _named(text)
    if scorer == "duplicates.py":
        return _duplicates(text)
    if scorer == "repair.py":
        return _repair(text)
    if scorer == "language.py":
        return {f"{size} accuracy": float(value) for size, value in re.findall(r"(\w+) acc (\S+)", text)}
    said = json.loads(text)
    if scorer.endswith("unchanged.py"):
        return {"unchanged": said["unchanged"]}
    return {name: said[name] for name in (PLACES if scorer == "places.py" else CLEANING)}
