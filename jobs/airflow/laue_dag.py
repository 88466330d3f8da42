"""A Laue study every night through spark-submit. Needs the provider apache-airflow-providers-apache-spark.

Airflow variables: laue_jar (the job jar), laue_study (a study file), laue_output and laue_structures
(any Hadoop paths). A retry takes up the parts that are complete.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

with DAG(
    dag_id="laue_study",
    schedule="15 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    tags=["laue"],
) as dag:
    SparkSubmitOperator(
        task_id="study",
        conn_id="spark_default",
        application="{{ var.value.laue_jar }}",
        java_class="org.laue.cli.Laue",
        application_args=[
            "study",
            "{{ var.value.laue_study }}",
            "--output",
            "{{ var.value.laue_output }}",
            "{{ var.value.laue_structures }}",
        ],
        conf={
            "spark.executorEnv.OMP_NUM_THREADS": "1",
        },
    )
