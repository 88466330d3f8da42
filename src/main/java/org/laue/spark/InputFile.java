package org.laue.spark;

import java.io.Serializable;

/**
 * A file to read.
 *
 * @param path fully qualified Hadoop path
 * @param source the same for people: without the scheme where it is a local file
 */
public record InputFile(String path, String source, long bytes, long modified)
    implements Serializable {}
