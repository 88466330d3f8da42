"""Times pymatgen's standard cells and powder patterns of crystals given as JSON lines on standard input.

A line is {"lattice": [9], "fractional": [3 N], "numbers": [N], "reflections": n}; lattice rows are vectors. The wavelength is chosen so that
the limiting sphere holds n reflections. Answers per line {"ms": CPU milliseconds of symmetry, standard cell and pattern}.
"""
import json
import math
import sys
import time
import warnings

warnings.simplefilter("ignore")
try:
    from pymatgen.analysis.diffraction.xrd import XRDCalculator
    from pymatgen.core import Lattice, Structure
    from pymatgen.symmetry.analyzer import SpacegroupAnalyzer
except ImportError as missing:
    print(json.dumps({"error": "pymatgen is not installed (Debian: python3-pymatgen): %s" % missing}))
    sys.exit()
try:
    from importlib.metadata import version

    name = "pymatgen " + version("pymatgen")
except ImportError:
    name = "pymatgen"
print(json.dumps({"version": name}), flush=True)


def pattern(structure, reflections):
    cell = SpacegroupAnalyzer(structure, symprec=0.1).get_conventional_standard_structure()
    radius = (3 * reflections / (4 * math.pi * cell.volume)) ** (1 / 3)
    XRDCalculator(wavelength=2 / radius).get_pattern(cell, two_theta_range=None)


for line in sys.stdin:
    given = json.loads(line)
    rows, at = given["lattice"], given["fractional"]
    crystal = Structure(
        Lattice([rows[i : i + 3] for i in (0, 3, 6)]), given["numbers"], [at[i : i + 3] for i in range(0, len(at), 3)]
    )
    start = time.process_time()
    pattern(crystal, given["reflections"])
    print(json.dumps({"ms": 1e3 * (time.process_time() - start)}), flush=True)
