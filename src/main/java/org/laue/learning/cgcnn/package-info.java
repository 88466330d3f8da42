/** Crystal graph convolutions (Xie and Grossman, Phys. Rev. Lett. 120, 145301, 2018). */
package org.laue.learning.cgcnn;
