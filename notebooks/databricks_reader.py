# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of a Laue study
# MAGIC Every table lies in `<output>/<table>/run=<hash>`; its `manifest.json` names the files that count.
# MAGIC Nothing of Laue is needed to read them.

# COMMAND ----------

import json

OUTPUT = "/Volumes/main/laue/files/out"


def manifest(table):
    """Path and manifest of the run of a table that finished last."""
    from pathlib import Path

    runs = []
    for path in Path(OUTPUT, table).glob("run=*/manifest.json"):
        runs.append((json.loads(path.read_text()), path.parent))
    if not runs:
        raise FileNotFoundError(f"No complete run of {table} in {OUTPUT}")
    return max(runs, key=lambda run: run[0]["finishedAt"])


def read(table):
    """The table as a Spark data frame."""
    found, path = manifest(table)
    return spark.read.parquet(*[f"{path}/{file['name']}" for file in found["files"]])


# COMMAND ----------

# What came in, what came out, what was rejected and why.
for table in ("structures", "fingerprints", "baselines", "predictions"):
    found, path = manifest(table)
    print(table, found["rows"], found["counts"], path)

found, path = manifest("structures")
if found["rejects"]:
    files = [f"{path}/{file['name']}" for file in found["rejects"]]
    display(spark.read.parquet(*files).groupBy("step", "reason").count().orderBy("count", ascending=False))

# COMMAND ----------

# Accuracy of the network per defect and level.
from pyspark.sql import functions as F

display(
    read("predictions")
    .where("correct is not null")
    .groupBy("defect_kind", "level")
    .agg(F.count("*").alias("n"), (100 * F.avg(F.col("correct").cast("int"))).alias("accuracy"))
    .orderBy("defect_kind", "level")
)

# COMMAND ----------

# One fingerprint: three channels of 64 x 64 pixels, channels first.
import matplotlib.pyplot as plt
import numpy as np

row = read("fingerprints").where("defect_kind = 'pristine'").first()
image = np.array(row["pixels"], dtype="float32").reshape(row["shape"])
plt.imshow(image.transpose(1, 2, 0) / image.max())
plt.title(f"{row['label']}, bond length {row['bond_length_angstrom']:.3f} angstrom")
plt.show()
