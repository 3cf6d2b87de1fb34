#!/usr/bin/env python3
"""Times the monthly job beside three programs that read the same returns and do less; see bench/README.md.

    bench/bench.py [--returns 30,300,3000] [--rounds 3] [--light]    # the job beside floor, reader and script
    bench/bench.py --steps 300,3000,30000                            # the job alone: steps, heap and growth
    bench/bench.py --december [--returns 3000]                       # December with eleven months on record, and January
    bench/bench.py --warm [--returns 30]                             # the second run in a warm program
    bench/bench.py --records 50,5000                                 # one register of so many rows

Ends with 1 if the sums of job, reader and script differ. Needs a built program and a Python that has openpyxl.
"""

import argparse
import csv
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
RETURNS = HOME / "bench" / "returns.py"
MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
JANUARY, DECEMBER = MONTHS[0], MONTHS[11]
OK = (0, 1)  # the job ends with 1 where matters are open
RIVALS = ("script", "reader", "floor")
OPTIONS = [  # those of ./huizong
    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx512m",
    "-XX:MinHeapFreeRatio=25", "-XX:MaxHeapFreeRatio=50",
]  # fmt: skip


def as_of(month):
    year, number = map(int, month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}-03"


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


def java(main, *arguments, options=OPTIONS):
    """The command that runs a program of the tests, in a Java that is set as the launcher sets it."""
    home = os.environ.get("JAVA_HOME")
    program = Path(home, "bin", "java") if home else "java"
    classes = os.pathsep.join(str(HOME / "target" / c) for c in ("test-classes", "classes", "lib/*", "bench-lib/*"))
    return [program, *options, "-cp", classes, "org.huizong.bench." + main, *arguments]


def call(command):
    said = subprocess.run([str(c) for c in command], cwd=HOME, stdout=subprocess.PIPE, text=True)
    if said.returncode != 0:
        sys.exit(f"{command} ended with {said.returncode}")
    return said.stdout


def digest(*files):
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes())
    return whole.hexdigest()


class Township:
    """So many units with their catalogue and their returns, which are made where they are not there yet."""

    def __init__(self, work, count, light):
        self.count = count
        self.folder = work / f"{count}{'-light' if light else ''}"
        self.catalogue = self.folder / "catalogue"
        self.results = self.folder / "results"
        self.light = light
        self.results.mkdir(parents=True, exist_ok=True)
        call(java("ManyReturns", 1, count, self.folder))

    def returns(self, *months):
        """The folder with the returns of each month in a folder of its own."""
        program = HOME / "target" / "huizong.jar"
        made_of = digest(program) if self.light else digest(RETURNS, RETURNS.with_name("returns.tar.xz"))
        for month in months:
            folder, made = self.folder / "returns" / month, self.folder / f"made-{month}"
            if made.exists() and made.read_text() == made_of:
                continue
            print(f"making {self.count} returns of {month} in {folder} …", file=sys.stderr, flush=True)
            shutil.rmtree(folder, ignore_errors=True)
            if self.light:
                call(java("ManyReturns", 1, self.count, self.folder, month, options=["-Xmx2g"]))
            else:
                call([sys.executable, RETURNS, "write", self.count, self.folder / "returns", month])
            made.write_text(made_of)
        return self.folder / "returns"

    def job(self, month=JANUARY, data=None):
        """The job in a new process; without a data folder, with an empty one of its own."""
        if data is None:
            data = self.results / "data"
            shutil.rmtree(data, ignore_errors=True)
        output = self.results / "output"
        shutil.rmtree(output, ignore_errors=True)
        command = [
            HOME / "huizong", "--catalogue", self.catalogue, "--data", data, "--as-of", as_of(month),
            "consolidate", month, "--returns", self.returns(month) / month, "--to", output,
        ]  # fmt: skip
        run = Run(command, self.results / "job.log")
        run.summary = json.loads((output / "summary.json").read_text(encoding="utf-8"))
        return run

    def rival(self, name, python, month=JANUARY):
        """One of the programs that it is compared with."""
        returns, sums = self.returns(month) / month, self.results / f"{name}.xlsx"
        command = {
            "floor": java("Floor", returns),
            "reader": java("HandWritten", returns, month, sums),
            "script": [python, HOME / "bench" / "script.py", returns, month, sums],
        }[name]
        return Run(command, self.results / f"{name}.log")

    def steps(self, *months):
        """What StepCost says of a run for each of the months, in one process with an empty data folder."""
        returns = self.returns(*months)
        for old in ("data", "output"):
            shutil.rmtree(self.results / old, ignore_errors=True)
        folders = (self.catalogue, self.results / "data", returns, self.results / "output")
        lines = [line.split() for line in call(java("StepCost", *folders, *months)).splitlines()]
        runs = {line[1]: tuple(map(float, line[2:])) for line in lines if line[0] == "run"}
        steps = {(line[1], line[2]): tuple(map(float, line[3:])) for line in lines if line[0] == "step"}
        return runs, steps


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def sums(python, book):
    """What reader or script has written: sums by title of the sheet, code of the line and number of the column."""
    script = (
        "import json,sys,openpyxl;"
        "s=openpyxl.load_workbook(sys.argv[1]).active;"
        "json.dump(list(s.iter_rows(min_row=2,values_only=True)),sys.stdout)"
    )
    read = subprocess.run([python, "-c", script, book], check=True, capture_output=True)
    return {(folded(row[0]), *row[1:3]): row[3] for row in json.loads(read.stdout)}


def folded(title):
    """A title whatever the width of its signs: the returns keep those of their day."""
    return unicodedata.normalize("NFKC", title)


def compare(town, python, rivals):
    """Item by item, measures among them; ends the program where one differs, is lacking or is too much.

    What the catalogue does not add up over the units, such as the fewest sessions that one of them held, the others do.
    """
    forms = {r["code"]: folded(r["label"]) for r in rows(town.catalogue / "returns.csv")}
    columns = {}
    for choice in rows(town.catalogue / "choices.csv"):
        columns.setdefault(choice["list"], []).append(choice["code"])
    ours = {r["code"]: r["value"] for r in rows(town.results / "output" / "data" / "totals.csv") if r["kind"] == "item"}
    mine, apart = {}, set()
    for item in rows(town.catalogue / "items.csv"):
        heads = columns.get(item["return"] + ".columns", [])
        place = heads.index(item["column"]) + 1 if item["column"] else 1
        key = (forms[item["return"]], item["row"], place)
        if item["across"] != "sum":
            apart.add(key)
        elif ours.get(item["code"]):
            mine[key] = item["code"], float(ours[item["code"]])
    wrong = []
    for name in rivals:
        theirs = sums(python, town.results / f"{name}.xlsx")
        for key in sorted((mine.keys() | theirs.keys()) - apart):
            code, value = mine.get(key, ("", None))
            other = theirs.get(key)
            # a measure that counts nothing is 0 for the job and not there for the others
            if value is None or abs(value - (other or 0)) > 1e-6 * max(1, abs(value)):
                wrong.append(f"{' '.join(map(str, key))} {code}: the job says {value}, the {name} {other}")
    if wrong or not mine:
        sys.exit("\n".join(wrong) or "not one sum to compare")
    return len(mine)


def middle(runs, figure):
    return statistics.median(getattr(r, figure) for r in runs)


def spread(pairs):
    values = list(pairs)
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def ratios(over, under, figure):
    return spread(getattr(a, figure) / getattr(b, figure) for a, b in zip(over, under))


def side_by_side(town, rounds, rivals, python):
    town.returns(JANUARY)
    town.job()  # not counted: leaves the archive of classes and warms the disk's cache for all
    ours, others, same = [], {name: [] for name in rivals}, 0
    for number in range(rounds):
        ours.append(town.job())
        for name in rivals:
            others[name].append(town.rival(name, python))
        same = compare(town, python, [r for r in rivals if r != "floor"]) if number == 0 and rivals != ["floor"] else same
        print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
    print(f"\n## {town.count} {'light ' if town.light else ''}returns, {rounds} rounds, {same} sums the same")
    print("| | wall, s | processor, s | peak, MB | ÷ job: wall | ÷ job: processor |")
    print("|---|---|---|---|---|---|")
    for name, runs in {"job": ours, **others}.items():
        of = "| |" if name == "job" else f"| {ratios(runs, ours, 'wall')} | {ratios(runs, ours, 'cpu')} |"
        print(f"| {name} | {middle(runs, 'wall'):.2f} | {middle(runs, 'cpu'):.2f} | {max(r.peak for r in runs):.0f} {of}")
    steps = {s: statistics.median(r.summary["seconds"][s] for r in ours) for s in ours[0].summary["seconds"]}
    rest = middle(ours, "wall") - sum(steps.values())
    print("\nsteps, median s: " + " · ".join(f"{s} {v:.2f}" for s, v in steps.items()) + f" · around them {rest:.2f}")
    print("counts: " + " · ".join(f"{k} {v}" for k, v in ours[0].summary["counts"].items()), flush=True)


def steps(towns):
    """Seconds and heap of each step, and what a return costs against the size before."""
    before = {}
    print("| returns | step | wall, s | processor, s | processor, ms a return | growth | live after, MB | most, MB |")
    print("|---|---|---|---|---|---|---|---|")
    for town in towns:
        for (_, step), (wall, cpu, live, most) in town.steps(JANUARY)[1].items():
            each = cpu * 1000 / town.count
            growth = f"{each / before[step]:.2f}" if before.get(step) else ""
            before[step] = each
            print(
                f"| {town.count:,} | {step} | {wall:.2f} | {cpu:.2f} | {each:.3f} | {growth} | {live:.0f} | {most:.0f} |",
                flush=True,
            )


def december(town, rounds):
    """December with eleven months on record against January with none, pair by pair."""
    town.returns(*MONTHS)
    kept, made = town.folder / "eleven-months", town.folder / "made-eleven-months"
    made_of = digest(HOME / "target" / "huizong.jar")
    if not made.exists() or made.read_text() != made_of:
        shutil.rmtree(kept, ignore_errors=True)
        for month in MONTHS[:11]:
            run = town.job(month, kept)
            print(f"{month}: {run.wall:.1f} s, {run.cpu:.1f} s of the processor", file=sys.stderr, flush=True)
        made.write_text(made_of)
    firsts, lasts = [], []
    for _ in range(rounds):
        firsts.append(town.job(JANUARY))
        data = town.results / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(kept, data)
        lasts.append(town.job(DECEMBER, data))
    print(f"\n## {town.count} returns, December with eleven months on record, {rounds} rounds")
    print("| | wall, s | processor, s | peak, MB | steps, s |")
    print("|---|---|---|---|---|")
    for name, runs in (("January", firsts), ("December", lasts)):
        said = " · ".join(f"{s} {v:.2f}" for s, v in runs[-1].summary["seconds"].items())
        print(f"| {name} | {middle(runs, 'wall'):.2f} | {middle(runs, 'cpu'):.2f} | {max(r.peak for r in runs):.0f} | {said} |")
    print(f"\nDecember ÷ January: wall {ratios(lasts, firsts, 'wall')}, processor {ratios(lasts, firsts, 'cpu')}")


def warm(town, rounds):
    """The second month in one process."""
    months = MONTHS[:2]
    said = [town.steps(*months)[0] for _ in range(rounds)]
    print(f"\n## {town.count} returns, one month after the other in one program, {rounds} rounds")
    print("| run | wall, s | processor, s |")
    print("|---|---|---|")
    for place, month in enumerate(months, 1):
        print(f"| {place} | {spread(s[month][0] for s in said)} | {spread(s[month][1] for s in said)} |")


def register(work, count, rounds, light):
    """What one register of so many records costs to check, and to take into a month of which nothing else has come."""
    folder = work / f"register-{count}{'-light' if light else ''}"
    shutil.rmtree(folder, ignore_errors=True)
    returns = folder / f"register-{count}"
    if light:
        call(java("ManyRecords", count, returns))
    else:
        call([sys.executable, RETURNS, "write", 1, folder, returns.name])
    file = next(returns.iterdir())
    check = [HOME / "huizong", "--data", folder / "data", "check", file]
    take = [
        HOME / "huizong", "--data", folder / "data", "--as-of", "2025-07-03",
        "consolidate", "2025-06", "--returns", returns, "--to", folder / "output",
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
    figures = " | ".join(
        f"{middle(runs, 'wall'):.2f} | {middle(runs, 'cpu'):.2f} | {max(r.peak for r in runs):.0f}" for runs in (checked, taken)
    )
    read = f"{seconds['readReturns']:.2f} | {seconds['checkSubmissions'] + seconds['checkAcross']:.2f}"
    print(f"| {count:,} | {figures} | {read} | {summary['counts']['findings']} |", flush=True)


def numbers(text):
    return [int(number) for number in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--returns", type=numbers, help="how many returns, several separated by commas")
    parser.add_argument("--rounds", type=int, default=3, help="counted rounds of all programs in turn")
    parser.add_argument("--rivals", default=",".join(RIVALS), help="those of script,reader,floor to run beside the job")
    parser.add_argument("--light", action="store_true", help="returns made with the templates that the program issues today")
    parser.add_argument("--steps", type=numbers, help="the same numbers, but the job alone, measured from within")
    parser.add_argument("--december", action="store_true", help="December with eleven months on record against January")
    parser.add_argument("--warm", action="store_true", help="the second run in a warm program")
    parser.add_argument("--records", type=numbers, help="how many records a register has: 50, 5000 or, light, any number")
    parser.add_argument("--work", type=Path, default=HOME / "target" / "bench", help="where returns and results are kept")
    parser.add_argument("--python", default=sys.executable, help="the Python that has openpyxl")
    options = parser.parse_args()
    work = options.work.resolve()
    built = subprocess.run([HOME / "huizong", "catalogue", "check"], capture_output=True, text=True)
    if built.returncode != 0:
        sys.exit(f"the program does not build or its catalogue is broken:\n{built.stdout}{built.stderr}")
    rivals = [name for name in options.rivals.split(",") if name]
    if not set(rivals) <= set(RIVALS):
        parser.error(f"--rivals are some of {','.join(RIVALS)}")

    def towns(counts):
        return (Township(work, count, options.light) for count in counts)

    if options.records:
        print("| records | check, s | processor, s | peak, MB | consolidate, s | processor, s | peak, MB | reading, s | checks, s | findings |")
        print("|---|---|---|---|---|---|---|---|---|---|")
        for count in options.records:
            register(work, count, options.rounds, options.light)
    elif options.steps:
        steps(towns(options.steps))
    elif options.december:
        for town in towns(options.returns or [3000]):
            december(town, options.rounds)
    elif options.warm:
        for town in towns(options.returns or [30]):
            warm(town, options.rounds)
    else:
        for town in towns(options.returns or [30, 300, 3000]):
            side_by_side(town, options.rounds, rivals, options.python)


if __name__ == "__main__":
    main()
