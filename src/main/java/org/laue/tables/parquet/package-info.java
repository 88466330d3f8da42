/** Rows in Parquet files through Hadoop, and their checksums. */
package org.laue.tables.parquet;
