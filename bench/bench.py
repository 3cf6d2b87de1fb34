#!/usr/bin/env python3
"""Times the whole monthly job, cold, beside an openpyxl script that only adds up the same returns.

    bench/bench.py [--returns 30,300,3000] [--rounds 5] [--work DIR]
    bench/bench.py --records 50,500,5000 [--rounds 5]     # one register instead, without the rival

Needs Python 3.9 with openpyxl, for the rival alone; see bench/README.md.
"""

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
PERIOD = "2025-01"
AS_OF = "2025-02-03"
OK = (0, 1)
CHECKS = 1.0
GOALS = {30: (1.0, 250), 300: (3.0, 300), 3000: (10.0, 400), 30000: (None, 400)}


class Run:
    """One finished process: wall and processor seconds, peak memory in MB, as the operating system counted them."""

    def __init__(self, command, log):
        begun = time.monotonic()
        with open(log, "wb") as out:
            process = subprocess.Popen([str(c) for c in command], cwd=HOME, stdout=out, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - begun
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        if process.returncode not in OK:
            sys.exit(f"{command} ended with {process.returncode}:\n{Path(log).read_text(errors='replace')}")


def java(main, *arguments):
    """What a program of the tests prints, in a Java that is set as the launcher sets it."""
    home = os.environ.get("JAVA_HOME")
    program = Path(home, "bin", "java") if home else "java"
    classes = os.pathsep.join(str(HOME / "target" / c) for c in ("test-classes", "classes", "lib/*"))
    command = [program, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, "org.huizong.bench." + main]
    return subprocess.run([*command, *map(str, arguments)], cwd=HOME, check=True, stdout=subprocess.PIPE, text=True).stdout


def make(count, folder):
    """Makes the returns through the real templates, unless they are there already."""
    print(f"making {count} returns in {folder} …", file=sys.stderr, flush=True)
    java("ManyReturns", count, folder)


def checks(folder, results):
    """Processor milliseconds a return of the checks alone, on what the job has left in the store."""
    said = java("RulesCost", folder / "catalogue", results / "data", PERIOD, AS_OF).split()
    return float(said[-1])


def job(folder, results):
    """The whole job in a new process, with a data folder of its own."""
    for old in ("data", "output"):
        shutil.rmtree(results / old, ignore_errors=True)
    command = [
        HOME / "huizong", "--catalogue", folder / "catalogue", "--data", results / "data", "--as-of", AS_OF,
        "consolidate", PERIOD, "--returns", folder / "returns", "--to", results / "output",
    ]  # fmt: skip
    run = Run(command, results / "job.log")
    run.summary = json.loads((results / "output" / "summary.json").read_text(encoding="utf-8"))
    return run


def rival(python, folder, results):
    command = [python, HOME / "bench" / "rival.py", folder / "returns", PERIOD, results / "rival.xlsx"]
    return Run(command, results / "rival.log")


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def compare(python, folder, results):
    """How many sums both have; ends the program where they differ."""
    tables = folder / "catalogue"
    forms = {r["code"]: r["label"] for r in rows(tables / "returns.csv")}
    columns = {}
    for choice in rows(tables / "choices.csv"):
        columns.setdefault(choice["list"], []).append(choice["code"])
    script = (
        "import json,sys,openpyxl;"
        "s=openpyxl.load_workbook(sys.argv[1]).active;"
        "json.dump(list(s.iter_rows(min_row=2,values_only=True)),sys.stdout)"
    )
    read = subprocess.run([python, "-c", script, results / "rival.xlsx"], check=True, capture_output=True)
    theirs = {tuple(row[:3]): row[3] for row in json.loads(read.stdout)}
    ours = {r["code"]: r["value"] for r in rows(results / "output" / "data" / "totals.csv") if r["kind"] == "item"}
    same = 0
    for item in rows(tables / "items.csv"):
        if item["across"] != "sum" or not ours.get(item["code"]):
            continue
        heads = columns.get(item["return"] + ".columns", [])
        place = heads.index(item["column"]) + 1 if item["column"] else 1
        key = (forms[item["return"]], item["row"], place)
        if abs(float(ours[item["code"]]) - theirs.get(key, 0)) > 1e-6 * max(1, abs(theirs.get(key, 0))):
            sys.exit(f"{item['code']}: the job says {ours[item['code']]}, the rival {theirs.get(key)}")
        same += 1
    if same == 0:
        sys.exit("not one sum to compare")
    return same


def middle(runs, figure):
    return statistics.median(getattr(r, figure) for r in runs)


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def report(count, ours, theirs, same, rules):
    goal, memory = GOALS.get(count, (None, None))
    print(f"\n## {count} returns, {len(ours)} rounds, {same} sums the same")
    print("| | job | rival | rival ÷ job, pair by pair: median (least–most) | goal |")
    print("|---|---|---|---|---|")
    for name, figure in (("wall, s", "wall"), ("processor, s", "cpu")):
        pairs = [getattr(b, figure) / getattr(a, figure) for a, b in zip(ours, theirs)]
        wanted = f"≥ {goal:g}" if goal and figure == "wall" else ""
        print(f"| {name} | {middle(ours, figure):.2f} | {middle(theirs, figure):.2f} | {spread(pairs)} | {wanted} |")
    most = max(r.peak for r in ours)
    print(f"| peak memory, MB | {most:.0f} | {max(r.peak for r in theirs):.0f} | | {f'≤ {memory}' if memory else ''} |")
    print(f"| checks alone, processor ms a return | {spread(rules)} | | | ≤ {CHECKS:g} |")
    steps = ours[0].summary["seconds"]
    medians = {s: statistics.median(r.summary["seconds"][s] for r in ours) for s in steps}
    rest = middle(ours, "wall") - sum(medians.values())
    print("\nsteps, median s: " + " · ".join(f"{s} {v:.2f}" for s, v in medians.items()) + f" · around them {rest:.2f}")
    print("counts: " + " · ".join(f"{k} {v}" for k, v in ours[0].summary["counts"].items()), flush=True)


def register(count, rounds, work):
    """What one register of so many records costs to check, and to take into a month of which nothing else has come."""
    folder = work / f"register-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    java("ManyRecords", count, folder / "returns")
    file = next((folder / "returns").iterdir())
    check = [HOME / "huizong", "--data", folder / "data", "check", file]
    take = [
        HOME / "huizong", "--data", folder / "data", "--as-of", "2025-07-03",
        "consolidate", "2025-06", "--returns", folder / "returns", "--to", folder / "output",
    ]  # fmt: skip
    Run(check, folder / "check.log")
    checked, taken = [], []
    for _ in range(rounds):
        for old in ("data", "output"):
            shutil.rmtree(folder / old, ignore_errors=True)
        checked.append(Run(check, folder / "check.log"))
        taken.append(Run(take, folder / "take.log"))
    summary = json.loads((folder / "output" / "summary.json").read_text(encoding="utf-8"))
    seconds = summary["seconds"]
    figures = [f"{middle(runs, f):.2f}" for runs in (checked, taken) for f in ("wall", "cpu")]
    peaks = [f"{max(r.peak for r in runs):.0f}" for runs in (checked, taken)]
    read = f"{seconds['readReturns']:.2f} | {seconds['checkSubmissions'] + seconds['checkAcross']:.2f}"
    print(f"| {count:,} | {figures[0]} | {peaks[0]} | {figures[2]} | {peaks[1]} | {read} | {summary['counts']['findings']} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--returns", default="30,300,3000", help="how many returns, several separated by commas")
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds of job and rival in turn")
    parser.add_argument("--work", type=Path, default=HOME / "target" / "bench", help="where returns and results are kept")
    parser.add_argument("--python", default=sys.executable, help="the Python that has openpyxl")
    parser.add_argument("--alone", action="store_true", help="without the rival")
    parser.add_argument("--records", help="how many records a register has, several separated by commas")
    options = parser.parse_args()
    work = options.work.resolve()
    if subprocess.run([HOME / "huizong", "catalogue", "check"], stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit("the program does not build or its catalogue is broken")
    if options.records:
        print("| records | check, s | peak, MB | consolidate, s | peak, MB | reading, s | checks, s | findings |")
        print("|---|---|---|---|---|---|---|---|")
        for count in (int(c) for c in options.records.split(",")):
            register(count, options.rounds, work)
        return
    for count in (int(c) for c in options.returns.split(",")):
        folder = work / str(count)
        make(count, folder)
        results = folder / "results"
        results.mkdir(exist_ok=True)
        job(folder, results)  # not counted: leaves the archive of classes and warms the disk's cache for both
        ours, theirs, rules, same = [], [], [], 0
        for number in range(options.rounds):
            ours.append(job(folder, results))
            rules.append(checks(folder, results))
            if not options.alone:
                theirs.append(rival(options.python, folder, results))
                same = same or compare(options.python, folder, results)
            print(f"round {number + 1} of {options.rounds}", file=sys.stderr, flush=True)
        report(count, ours, theirs or ours, same, rules)


if __name__ == "__main__":
    main()
