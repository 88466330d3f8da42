/** The convolutional network of the image: layers, native kernels, inference, response maps. */
package org.laue.learning.convnet;
