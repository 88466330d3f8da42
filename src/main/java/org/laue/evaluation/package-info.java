/** Accuracy with intervals, confusion, the paper's figures: plain Java on plain numbers. */
package org.laue.evaluation;
