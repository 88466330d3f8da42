/**
 * Crystals as graphs of atoms and bonds, as "Material symmetry recognition and property prediction
 * accomplished by crystal capsule representation", Nature Communications 14 (2023), takes them.
 */
package org.laue.descriptors.graph;
