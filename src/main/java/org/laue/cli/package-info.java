/** The commands, their options and exit codes. */
package org.laue.cli;
