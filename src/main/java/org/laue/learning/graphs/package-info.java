/** What the networks that look at graphs of crystals share. */
package org.laue.learning.graphs;
