"""The ways in which people use filters, run for real."""

import os

from support import ROOT, decode

PAGES = ROOT / "scripts" / "pages"
STAGES = ["clean", "dedupe --mark", "split-sentences", "extract-places", "extract-numbers", "extract-dates"]


def test_shell_pipeline_and_fused_pipe_give_the_same_bytes(shell):
    chained = shell(" | ".join([f"newsutils read {PAGES}", *(f"newsutils {stage}" for stage in STAGES)]))
    fused = shell(f"newsutils pipe 'read {PAGES} | {' | '.join(STAGES)}'")
    assert chained.returncode == fused.returncode == 0
    assert chained.stderr == fused.stderr == b""
    assert chained.stdout == fused.stdout
    assert len(decode(fused.stdout)) == 3


def test_makefile_rebuilds_what_is_out_of_date_and_keeps_no_half_file(shell, tmp_path):
    (tmp_path / "Makefile").write_text(
        "all: news.jsonl\n"
        f"pages.jsonl: {PAGES}/mine-clearance.txt\n\tnewsutils read $< -o $@\n"
        "news.jsonl: pages.jsonl\n\tnewsutils pipe 'clean | extract-numbers' $< -o $@\n"
        "broken.jsonl: pages.jsonl\n\tprintf 'no json' | newsutils clean --on-error fail -o $@\n"
    )
    assert shell("make", cwd=tmp_path).returncode == 0
    assert len(decode((tmp_path / "news.jsonl").read_bytes())) == 1
    assert b"Nothing to be done" in shell("make", cwd=tmp_path).stdout
    assert shell("make broken.jsonl", cwd=tmp_path).returncode == 2
    assert sorted(os.listdir(tmp_path)) == ["Makefile", "news.jsonl", "pages.jsonl"]


def test_xargs_runs_a_process_a_file(shell, tmp_path):
    line = f"ls {PAGES} | xargs -P 2 -I{{}} sh -c 'newsutils read {PAGES}/{{}} | newsutils clean -o {{}}.jsonl'"
    ran = shell(line, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert sorted(os.listdir(tmp_path)) == sorted(f"{name}.jsonl" for name in os.listdir(PAGES))


def test_explode_makes_a_record_a_sentence(shell):
    ran = shell(f"newsutils read {PAGES}/mine-clearance.txt | newsutils clean | newsutils split-sentences --explode")
    whole = shell(f"newsutils read {PAGES}/mine-clearance.txt | newsutils clean")
    [parent] = decode(whole.stdout)
    parts = decode(ran.stdout)
    assert len(parts) > 5
    assert all(part["parent"] == parent["id"] for part in parts)
    assert all(parent["text"][part["start"] : part["end"]] == part["text"] for part in parts)
    assert len({part["id"] for part in parts}) == len(parts)
