package org.laue.evaluation;

/**
 * What one score says of a structure.
 *
 * @param label the class it names, {@link RealAnswer#UNKNOWN} for none
 * @param known how sure it is that the structure is of any class of the model; larger is surer
 * @param same how sure it is that the network's own class is right
 */
public record Opinion(String label, double known, double same) {}
