/** XYZ and extended XYZ, frame by frame. */
package org.laue.formats.xyz;
