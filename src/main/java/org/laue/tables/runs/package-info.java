/**
 * Runs of steps: directories, manifests, provenance. A reader goes through the manifest, which is
 * written last.
 */
package org.laue.tables.runs;
