/** FHI-aims' geometry.in. */
package org.laue.formats.aims;
