/**
 * The distributed steps. Each maps a pure function over parts of a table: the parts are a function
 * of settings and inputs alone, so the same rows come out for any number of partitions, executors
 * and retries, and a part that an earlier run completed is taken up.
 */
package org.laue.spark;
