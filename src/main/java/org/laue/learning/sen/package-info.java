/** The network of crystal capsules (Nature Communications 14, 2023) on graphs of crystals. */
package org.laue.learning.sen;
