#!/usr/bin/env bash
# submit.sh: a study on Kubernetes through spark-submit, without an operator. Replace what is in capitals. The image is
# Spark's own for 3.5, Scala 2.12 and Java 17 with laue-VERSION-job.jar and study.conf copied to /opt/laue.
set -euo pipefail
exec "$SPARK_HOME/bin/spark-submit" \
  --master k8s://https://API_SERVER:6443 --deploy-mode cluster --name laue-study \
  --class org.laue.cli.Laue \
  --conf spark.kubernetes.container.image=REGISTRY/laue:VERSION \
  --conf spark.kubernetes.namespace=laue \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=laue \
  --conf spark.executor.instances=2 \
  --conf spark.executor.cores=2 \
  --conf spark.executor.memory=2560m \
  --conf spark.executor.memoryOverhead=1536m \
  --conf spark.driver.memory=4g \
  --conf spark.executorEnv.OMP_NUM_THREADS=1 \
  --conf spark.executor.extraJavaOptions=-Dorg.bytedeco.javacpp.maxbytes=1g \
  local:///opt/laue/laue-VERSION-job.jar \
  study /opt/laue/study.conf --output s3a://BUCKET/laue/out s3a://BUCKET/laue/structures
