/**
 * From the names of files to a row for each of their structures, in file order. The same engine
 * serves one machine and, in each of its tasks, Spark: what goes wrong with one file or one
 * structure is a row that says so, and ends nothing else.
 */
package org.laue.api.rows;
