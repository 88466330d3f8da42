/** The schemas: structures, fingerprints, baselines, predictions, splits. */
package org.laue.tables.rows;
