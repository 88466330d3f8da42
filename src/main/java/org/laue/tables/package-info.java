/**
 * Tables between the steps: what their columns mean, how parts and manifests are written so that a
 * crash loses little, and how structures are split into training and test set. Everything goes
 * through Hadoop FileSystem; nothing here knows Spark.
 */
package org.laue.tables;
