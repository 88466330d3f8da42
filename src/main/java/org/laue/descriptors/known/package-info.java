/** The descriptors by their names, for files that were written with one of them. */
package org.laue.descriptors.known;
