#!/usr/bin/env python3
"""Kernel K1 in Probity and in other tools, side by side: agreement, then speed as a ratio in one run.

    swift build -c release && python3 Tests/Benchmark/benchmark.py [--rounds 5] [--seats 10000]

Builds the naive C++ program with g++ and runs it in turn with `probity run scenarios/benchmark/k1.probity`
(one thread, another number of officials in a copy of the text). A time is processor time of the whole process;
what a run costs is the slope between few and many runs, so that starting up and reading the scenario do not count.
NumPy, Numba, Mesa and agentpy take part where they are installed. Nothing here is a test: tests assert no times.
"""
import argparse, json, os, platform, re, resource, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
COUNTS = ["offences", "alerts", "confirmed", "cases", "rotations", "active"]
MONTHS = 120


def spend(command):
    """Runs a command; gives its processor seconds and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with status {done.returncode}: {done.stderr.strip()[:500]}")
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime), done.stdout


class Program:
    """A program that runs K1: how to call it, how many runs tell its cost, how to read its counts."""

    def __init__(self, name, command, few, many, read):
        self.name, self.command, self.few, self.many, self.read = name, command, few, many, read
        self.costs = []

    def measure(self, seats):
        short, _ = spend(self.command(seats, self.few))
        long, _ = spend(self.command(seats, self.many))
        self.costs.append((long - short) * 1e9 / ((self.many - self.few) * seats * MONTHS))


def probity(binary, folder):
    text = open(os.path.join(ROOT, "scenarios/benchmark/k1.probity")).read()

    def command(seats, runs):
        path = os.path.join(folder, f"k1_{seats}.probity")
        with open(path, "w") as file:
            file.write(re.sub(r"headcount [\d_]+", f"headcount {seats}", text))
        return [binary, "run", path, "--runs", str(runs), "--threads", "1", "--format", "jsonl"]

    def read(output):
        rows = {row["metric"]: row for row in map(json.loads, output.splitlines()) if "metric" in row}
        return [(rows["k1_" + name]["mean"], rows["k1_" + name]["se"]) for name in COUNTS]

    return Program("probity", command, 10, 110, read)


def naive(folder):
    binary = os.path.join(folder, "k1_naive")
    subprocess.run(["g++", "-O3", "-march=native", "-o", binary, os.path.join(HERE, "k1_naive.cpp")], check=True)
    return Program("naive C++ -O3 -march=native", lambda seats, runs: [binary, str(seats), str(runs)], 2, 12, None)


def python(name, file, module, few, many):
    try:
        __import__(module)
    except ImportError:
        return None
    command = lambda seats, runs: [sys.executable, os.path.join(HERE, file), str(seats), str(runs)]
    return Program(name, command, few, many, None)


# 12,000 naive runs at 1,000 seats (alerts by exact identity): mean, standard deviation per run.
REFERENCE = [(687.92, 27.5), (4479.8, 73), (368.14, 19.7), (520.68, 23.8), (2666.8, 25.9), (4577.0, 251)]


def agreement(program):
    """Prints each count against the reference; false beyond 4.9 standard errors (one false alarm in a million)."""
    runs = 4000
    _, output = spend(program.command(1000, runs))
    agrees = True
    print(f"Agreement at 1,000 seats, {runs:,} runs against 12,000 naive runs")
    for name, (mean, error), (expected, deviation) in zip(COUNTS, program.read(output), REFERENCE):
        z = (mean - expected) / (error ** 2 + deviation ** 2 / 12000) ** 0.5
        agrees = agrees and abs(z) < 4.9
        print(f"  {name:10} {mean:10.2f}  expected {expected:8.2f}  z {z:+.2f}")
    return agrees


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seats", type=int, default=10000)
    options.add_argument("--binary", default=os.path.join(ROOT, ".build/release/probity"))
    options = options.parse_args()
    if not os.path.exists(options.binary):
        sys.exit("first: swift build -c release")
    with tempfile.TemporaryDirectory() as folder:
        own = probity(options.binary, folder)
        if not agreement(own):
            sys.exit("The counts do not agree: no speed is worth printing.")
        peers = [naive(folder), python("NumPy", "k1.py", "numpy", 1, 3), python("Numba", "k1_numba.py", "numba", 1, 4),
                 python("Mesa", "k1_mesa.py", "mesa", 1, 2), python("agentpy", "k1_agentpy.py", "agentpy", 1, 2)]
        programs = [own] + [peer for peer in peers if peer]
        for _ in range(options.rounds):
            for program in programs:
                program.measure(options.seats)
        print(f"\nns per seat-month at {options.seats:,} seats, median of {options.rounds} alternating rounds [least..most]"
              f" · {platform.machine()}, {os.cpu_count()} cores")
        for program in programs:
            ratios = [other / mine for other, mine in zip(program.costs, own.costs)]
            print(f"  {program.name:28} {statistics.median(program.costs):9.2f}"
                  f" [{min(program.costs):.2f}..{max(program.costs):.2f}]"
                  f"  ratio {statistics.median(ratios):8.1f} [{min(ratios):.1f}..{max(ratios):.1f}]")
        print("  target: naive C++ at least 20 times the cost of Probity (performance.md, a)")


main()
