#!/usr/bin/env python3
"""Writes the fixture of StructureFactorsTest with pymatgen (Debian's python3-pymatgen):

    structure_factors.py > src/test/resources/org/laue/descriptors/pointcloud/structure-factors.txt

200 random triclinic cells, in which every reflection stands alone: the calculator's unscaled powder intensity is
2 |F|^2 times the Lorentz-polarisation factor, which is divided out here. A line a cell: `cell a b c alpha beta gamma`,
`atom Z x y z` and `hkl h k l |F|^2`.
"""
import math
import random

from pymatgen.analysis.diffraction.xrd import XRDCalculator
from pymatgen.core import Element, Lattice, Structure

rng = random.Random(7)
print("# pymatgen 2022.11.7, XRDCalculator, lambda = 1.54184 angstrom; written by structure_factors.py")
for _ in range(200):
    lengths = [round(rng.uniform(3, 8), 3) for _ in range(3)]
    angles = [round(rng.uniform(75, 105), 2) for _ in range(3)]
    sites = [(rng.randint(1, 94), [round(rng.random(), 4) for _ in range(3)]) for _ in range(rng.randint(1, 6))]
    structure = Structure(Lattice.from_parameters(*lengths, *angles), [Element.from_Z(z) for z, _ in sites], [x for _, x in sites])
    pattern = XRDCalculator(wavelength=1.54184, symprec=0).get_pattern(structure, scaled=False, two_theta_range=None)
    peaks = []
    for two_theta, intensity, families in zip(pattern.x, pattern.y, pattern.hkls):
        h, k, l = families[0]["hkl"]
        if len(families) > 1 or families[0]["multiplicity"] != 2 or max(abs(h), abs(k), abs(l)) > 4:
            continue
        theta = math.radians(two_theta / 2)
        lp = (1 + math.cos(2 * theta) ** 2) / (math.sin(theta) ** 2 * math.cos(theta))
        peaks.append((h, k, l, intensity / lp / 2))
    print("cell", *lengths, *angles)
    for z, x in sites:
        print("atom", z, *x)
    for h, k, l, f2 in rng.sample(peaks, min(8, len(peaks))):
        print("hkl", h, k, l, "%.6g" % f2)
