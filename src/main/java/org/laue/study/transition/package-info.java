/** Paths from one crystal to another, and what a network says on the way. */
package org.laue.study.transition;
