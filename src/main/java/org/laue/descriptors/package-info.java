/** What is made of a structure for a network to look at; each descriptor has a room of its own. */
package org.laue.descriptors;
