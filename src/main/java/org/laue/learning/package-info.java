/**
 * The convolutional network of Ziletti et al., Nat. Commun. 9, 2775 (2018): its training on one
 * machine, prediction, response maps and the gate that tells when a fingerprint is unlike anything
 * the network was trained on. Images are float32 [3][64][64], channels first, flattened to 12288
 * values in [0, 1].
 */
package org.laue.learning;
