/**
 * Readers and writers of structure files.
 *
 * <p>{@link org.laue.formats.StructureFiles} is the door: it unpacks, recognises the format and
 * hands every structure to a {@link org.laue.formats.StructureSink}, or says why it could not be
 * used. Memory is bounded by the largest single structure, whatever the file holds.
 */
package org.laue.formats;
