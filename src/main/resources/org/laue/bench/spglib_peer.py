"""Times the C library of Spglib on cells given as JSON lines on standard input.

A line is {"lattice": [9], "fractional": [3 N], "numbers": [N], "symprec": s, "angle": a}; lattice rows are vectors.
Answers per line {"number": n, "ms": CPU milliseconds of the call}; calls go straight to the C function.
"""
import ctypes
import ctypes.util
import json
import sys
import time

name = ctypes.util.find_library("symspg")
if name is None:
    print(json.dumps({"error": "libsymspg is not installed (Debian: libsymspg1)"}))
    sys.exit()
library = ctypes.CDLL(name)
find = library.spgat_get_international
find.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_double, ctypes.c_double]
versions = [getattr(library, "spg_get_%s_version" % part)() for part in ("major", "minor", "micro")]
print(json.dumps({"version": ".".join(map(str, versions))}))
for line in sys.stdin:
    cell = json.loads(line)
    rows, count = cell["lattice"], len(cell["numbers"])
    columns = (ctypes.c_double * 9)(*[rows[3 * (i % 3) + i // 3] for i in range(9)])
    positions = (ctypes.c_double * (3 * count))(*cell["fractional"])
    types = (ctypes.c_int * count)(*cell["numbers"])
    symbol = ctypes.create_string_buffer(11)
    start = time.process_time()
    number = find(symbol, columns, positions, types, count, cell["symprec"], cell["angle"])
    print(json.dumps({"number": number, "ms": 1e3 * (time.process_time() - start)}), flush=True)
