/** Measurements on real structures that say themselves what they are, as a file describes them. */
package org.laue.study.real;
