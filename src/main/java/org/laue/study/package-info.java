/** The study file: HOCON to a tree of checked records. */
package org.laue.study;
