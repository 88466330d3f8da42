/** Table 1, curves and pages, from plain numbers. */
package org.laue.reports;
