/** What a structure is, as functions of Spark's SQL. */
package org.laue.spark.sql;
