/**
 * What any network's training shares, whatever it looks at and whatever it is asked: tasks,
 * examples, settings, the order of the batches, the learning curve.
 */
package org.laue.learning.training;
