"""Times a numpy implementation of the fingerprint on clusters given as JSON lines on standard input.

The argument is the path of the implementation, a module with channels and masks in its own names; a line is
{"positions": [3 N] in bond lengths, "numbers": [N]}. Answers per line {"ms": CPU milliseconds, the best of three}.
Only the kept pixels of each of the six orientations are computed.
"""
import importlib.util
import json
import os
import sys
import time

try:
    import numpy
except ImportError:
    print(json.dumps({"error": "numpy is not installed"}))
    sys.exit()
if len(sys.argv) < 2 or not os.path.exists(sys.argv[1]):
    print(json.dumps({"error": "no numpy implementation to compare with"}))
    sys.exit()
spec = importlib.util.spec_from_file_location("peer", sys.argv[1])
peer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(peer)
print(json.dumps({"version": "numpy " + numpy.__version__}))
keep = peer.ring_mask(r_min=5.0)
scattering = peer.scattering_vectors()
for line in sys.stdin:
    cluster = json.loads(line)
    positions = numpy.array(cluster["positions"]).reshape(-1, 3)
    numbers = numpy.array(cluster["numbers"])
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for axis in "xyz":
            sum(
                numpy.abs(peer.amplitude(positions, numbers, peer.detector_rotation(axis, angle), S=scattering, keep=keep)) ** 2
                for angle in (-45.0, 45.0)
            )
        best = min(best, time.process_time() - start)
    print(json.dumps({"ms": 1e3 * best}), flush=True)
