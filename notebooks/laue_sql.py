# Databricks notebook source
# MAGIC %md
# MAGIC # What crystal is it? In SQL and Python
# MAGIC Needs the job jar on the cluster and `spark.sql.extensions org.laue.spark.LaueExtensions` in its Spark settings; how, and which access
# MAGIC mode to take, says `jobs/README.md`. No line of Java or Scala is needed. `pyspark` and Spark Connect do the same.

# COMMAND ----------

FILES = "/Volumes/main/laue/files/structures"

# One row a file: its path and its bytes, packed (.gz, .xz ...) or not.
(
    spark.read.format("binaryFile")
    .option("recursiveFileLookup", "true")
    .load(FILES)
    .selectExpr("path", "content")
    .createOrReplaceTempView("crystals")
)

# COMMAND ----------

# Class and space group of each file; one that cannot be used has nulls and the reason in error.
classes = spark.sql("""
    SELECT path, answer.verdict, answer.probability, answer.space_group, answer.formula, answer.warnings, answer.error
    FROM (SELECT path, laue_classify(content) AS answer FROM crystals)
""")
display(classes)

# COMMAND ----------

# Space groups at three tolerances, angstrom.
display(spark.sql("""
    SELECT symprec, answer.number, answer.international, count(*) AS crystals
    FROM (
      SELECT symprec, laue_space_group(content, NULL, symprec) AS answer
      FROM crystals CROSS JOIN (SELECT explode(array(0.001, 0.01, 0.1)) AS symprec)
    )
    GROUP BY 1, 2, 3 ORDER BY 1, 4 DESC
"""))

# COMMAND ----------

# What the network sees: three channels of 64 x 64 pixels, channels first.
import matplotlib.pyplot as plt
import numpy as np

row = spark.sql("""
    SELECT path, image.pixels, image.shape, image.bond_length_angstrom
    FROM (SELECT path, laue_fingerprint(content) AS image FROM crystals)
    WHERE image.error IS NULL LIMIT 1
""").first()
image = np.array(row["pixels"], dtype="float32").reshape(row["shape"])
plt.imshow(image.transpose(1, 2, 0) / image.max())
plt.title(f"{row['path']}, bond length {row['bond_length_angstrom']:.3f} angstrom")
plt.show()

# COMMAND ----------

# Why some have no answer.
display(spark.sql("""
    SELECT answer.error, count(*) AS files
    FROM (SELECT laue_space_group(content) AS answer FROM crystals)
    WHERE answer.error IS NOT NULL GROUP BY 1 ORDER BY 2 DESC
"""))
