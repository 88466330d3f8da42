/**
 * What Laue knows, for other people's programs: load a model and ask it about a structure.
 *
 * <pre>{@code
 * Laue laue = Laue.load();
 * Crystal copper = ...;
 * Answer answer = laue.classify(copper);
 * System.out.println(answer.verdict());              // fcc
 * answer.warnings().forEach(System.out::println);
 * }</pre>
 *
 * <p>{@link org.laue.api.Laue} is the door, {@link org.laue.api.Answer} what comes out of it. The
 * command line and the Spark steps go through the same door.
 */
package org.laue.api;
