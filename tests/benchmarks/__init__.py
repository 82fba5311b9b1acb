"""Measures the program against floors, in the same run: `python -m tests.benchmarks`.

    python -m tests.benchmarks [searching exchange …] [--rounds 7] [--json FILE]

Each module measures one figure of the issue: how many times longer the program takes
than the least that could do the same. Nothing is asserted: a slow machine is no fault.
"""
