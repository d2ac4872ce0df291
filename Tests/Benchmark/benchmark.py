#!/usr/bin/env python3
"""Kernel K1 in Probity and in other tools: agreement first, then what performance.md asks, as ratios in one run.

    swift build -c release && python3 Tests/Benchmark/benchmark.py [--only a,b,c,d,f] [--rounds 5] [--seats 10000]

  a  time of a seat-month beside the naive C++ program, and NumPy, Numba, Mesa, agentpy where they are installed
  b  "A or B?": processor time until the interval of the difference in cases is as narrow as from the naive program
  c  growth: ten times the seats at a tenth of the rates
  d  memory of the whole process
  f  wall time with one thread and with two

Times are processor times of whole processes; what a run costs is the slope between few and many runs, so that starting
up and reading the scenario do not count. Programs take turns; medians are printed with the least and the most. Nothing
here is a test: tests assert no times.
"""
import argparse, json, os, platform, re, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
COUNTS = ["offences", "alerts", "confirmed", "cases", "rotations", "active"]
MONTHS = 120
KERNEL = open(os.path.join(ROOT, "scenarios/benchmark/k1.probity")).read()


class Spent:
    """What a command cost and printed: processor and wall seconds, highest memory in MB."""

    def __init__(self, command):
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            start = time.monotonic()
            process = subprocess.Popen(command, stdout=out, stderr=err, text=True)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.monotonic() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0), err.seek(0)
            self.output, errors = out.read(), err.read()
        if process.returncode != 0:
            sys.exit(f"{command[0]} ended with status {process.returncode}: {errors.strip()[:500]}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def slope(command, few, many, read=lambda spent: spent.processor):
    """Seconds a run: `command` gives the command line of a number of runs."""
    return (read(Spent(command(many))) - read(Spent(command(few)))) / (many - few)


def median(values, digits=2):
    """`median [least..most]`."""
    return (f"{statistics.median(values):,.{digits}f} [{min(values):,.{digits}f}.."
            f"{max(values):,.{digits}f}]")


class Bench:
    """The binaries and the texts of the kernel, and where they lie."""

    def __init__(self, binary, folder, rounds, seats):
        self.binary, self.folder, self.rounds, self.seats = binary, folder, rounds, seats

    def text(self, name, text):
        path = os.path.join(self.folder, name + ".probity")
        with open(path, "w") as file:
            file.write(text)
        return path

    def kernel(self, seats, name="k1", change=lambda text: text):
        """The kernel with a number of officials; posts hold 100,000 at most."""
        units = max(1, seats // 100_000)
        text = KERNEL.replace("unit office { post clerk { headcount 1_000 } }",
                              f"unit office {{ copies {units}; post clerk {{ headcount {seats // units} }} }}")
        return self.text(f"{name}_{seats}", change(text))

    def run(self, path, threads=1, verb="run", more=()):
        return lambda runs: [self.binary, verb, path, *more, "--runs", str(runs), "--threads", str(threads),
                             "--format", "jsonl"]

    def naive(self, name, *flags):
        binary = os.path.join(self.folder, name)
        subprocess.run(["g++", "-O3", "-march=native", *flags, "-o", binary, os.path.join(HERE, "k1_naive.cpp")],
                       check=True)
        return lambda seats: lambda runs: [binary, str(seats), str(runs)]


# 12,000 naive runs at 1,000 seats (alerts by exact identity): mean, standard deviation per run.
REFERENCE = [(687.92, 27.5), (4479.8, 73), (368.14, 19.7), (520.68, 23.8), (2666.8, 25.9), (4577.0, 251)]


def agreement(bench):
    """Prints each count against the reference; false beyond 4.9 standard errors (one false alarm in a million)."""
    runs = 4000
    lines = Spent(bench.run(bench.kernel(1000))(runs)).output.splitlines()
    rows = {row["metric"]: row for row in map(json.loads, lines) if "metric" in row}
    agrees = True
    print(f"Agreement at 1,000 seats, {runs:,} runs against 12,000 naive runs")
    for name, (expected, deviation) in zip(COUNTS, REFERENCE):
        row = rows["k1_" + name]
        z = (row["mean"] - expected) / (row["se"] ** 2 + deviation ** 2 / 12000) ** 0.5
        agrees = agrees and abs(z) < 4.9
        print(f"  {name:10} {row['mean']:10.2f}  expected {expected:8.2f}  z {z:+.2f}")
    return agrees


def python(name, file, module, few, many):
    """A program of another tool, if it is installed."""
    try:
        __import__(module)
    except ImportError:
        return None
    return name, lambda seats: lambda runs: [sys.executable, os.path.join(HERE, file), str(seats), str(runs)], few, many


def speed(bench):
    seats = bench.seats
    programs = [("probity", lambda seats: bench.run(bench.kernel(seats)), 10, 110),
                ("naive C++ -O3 -march=native", bench.naive("k1_naive"), 2, 12),
                python("NumPy", "k1.py", "numpy", 1, 3), python("Numba", "k1_numba.py", "numba", 1, 4),
                python("Mesa", "k1_mesa.py", "mesa", 1, 2), python("agentpy", "k1_agentpy.py", "agentpy", 1, 2)]
    programs = [program for program in programs if program]
    costs = {name: [] for name, *_ in programs}
    for _ in range(bench.rounds):
        for name, command, few, many in programs:
            costs[name].append(slope(command(seats), few, many) * 1e9 / (seats * MONTHS))
    print(f"\na  ns per seat-month at {seats:,} seats, one thread")
    for name, *_ in programs:
        ratios = [other / own for other, own in zip(costs[name], costs["probity"])]
        print(f"   {name:28} {median(costs[name]):>26}  ratio {median(ratios, 1)}")
    print("   target: naive C++ at least 20 times the cost of Probity, better 40")


def decisions(bench):
    """Work until an interval is that narrow is time a run times variance a run: independent seeds add the variances
    of A and B, pairs have that of the difference."""
    naive = bench.naive("k1_naive")(1000)
    spread = lambda program: float(re.search(r"variance ([\d.]+)", Spent(program(400)).output).group(1))
    print('\nb  "A or B?": processor time until the difference in cases is as narrow, 1,000 seats')
    for name, change, flag, target in [
            ("rotation every 36 or 24 months", "rotation.every = 24 months", "-DEVERY=24", 100),
            ("yellow at 2.5 or 2.6", "one.yellow = 2.6; two.yellow = 2.6; three.yellow = 2.6; four.yellow = 2.6; "
             "five.yellow = 2.6", "-DYELLOW=2.6", 1000)]:
        path = bench.kernel(1000, "pair", lambda text: text + f"\npolicy other {{ {change} }}\n")
        paired = bench.run(path, verb="compare", more=("baseline", "other", "--on", "k1_cases"))
        other = bench.naive("k1_other", flag, "-DSEED=1000000007")(1000)
        runs = 4000
        row = json.loads(Spent(paired(runs)).output.splitlines()[-1])
        variance = row["difference_se"] ** 2 * runs
        independent = spread(naive) + spread(other)
        ratios = []
        for _ in range(bench.rounds):
            apart = slope(naive, 20, 120) + slope(other, 20, 120)
            ratios.append(apart * independent / (slope(paired, 500, 2500) * variance))
        print(f"   {name:31} variance of a pair {variance:,.1f}, apart {independent:,.1f}"
              f"  ratio {median(ratios, 0)}  target {target:,}")


def growth(bench):
    def rarer(text):
        text = text.replace("rate 1% per year", "rate 0.1% per year")
        text = text.replace("every 36 months", "every 360 months").replace("uniform(1, 37 months)",
                                                                           "uniform(1, 361 months)")
        # Tails of a tenth: clean readings beyond yellow, orange and red are as many as before.
        text = text.replace("yellow 2.5; orange 3; red 3.5", "yellow 3.2306; orange 3.6427; red 4.0708")
        return text.replace("shows normal(mean 1.5", "shows normal(mean 2.2306")

    few, many = bench.run(bench.kernel(bench.seats)), bench.run(bench.kernel(10 * bench.seats, "rare", rarer))
    ratios = [slope(many, 10, 60) / slope(few, 10, 60) for _ in range(bench.rounds)]
    print(f"\nc  growth: {10 * bench.seats:,} seats at a tenth of the rates take {median(ratios)} times the time of"
          f" {bench.seats:,}\n   target at most 1.5, better 1.2")


def memory(bench):
    print("\nd  memory of the whole process, one thread, 3 runs")
    for seats, target in [(10_000, 40), (1_000_000, 200)]:
        spent = Spent(bench.run(bench.kernel(seats))(3))
        print(f"   {seats:>9,} officials {spent.memory:7.0f} MB  target at most {target}")


def threads(bench):
    """Beside it what the machine has to give: two processes at once, which share nothing."""
    path = bench.kernel(bench.seats)
    one, two = bench.run(path, 1), bench.run(path, 2)
    wall = lambda spent: spent.wall
    ratios, gifts = [], []
    for _ in range(bench.rounds):
        alone = slope(one, 20, 420, wall)
        ratios.append(alone / slope(two, 20, 420, wall))
        start = time.monotonic()
        pair = [subprocess.Popen(one(420), stdout=subprocess.DEVNULL) for _ in range(2)]
        for process in pair:
            process.wait()
        gifts.append(2 * 420 * alone / (time.monotonic() - start))
    print(f"\nf  two threads are {median(ratios)} times as fast as one\n   target at least 1.8;"
          f" two processes at once are {median(gifts)} times as fast here")


PARTS = {"a": speed, "b": decisions, "c": growth, "d": memory, "f": threads}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--only", default="a,b,c,d,f", help="parts, such as c,d")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seats", type=int, default=10000)
    options.add_argument("--binary", default=os.path.join(ROOT, ".build/release/probity"))
    options = options.parse_args()
    if not os.path.exists(options.binary):
        sys.exit("first: swift build -c release")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.binary, folder, options.rounds, options.seats)
        print(f"{platform.machine()}, {os.cpu_count()} cores; medians of {options.rounds} rounds [least..most]")
        if not agreement(bench):
            sys.exit("The counts do not agree: no speed is worth printing.")
        for part in options.only.split(","):
            PARTS[part](bench)


main()
