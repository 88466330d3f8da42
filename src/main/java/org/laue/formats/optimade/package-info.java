/** OPTIMADE structures, as JSON and as JSON lines. */
package org.laue.formats.optimade;
