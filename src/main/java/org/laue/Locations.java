package org.laue;

import java.util.regex.Pattern;

/** Locations as people and files may see them: without the credentials that a URI can carry. */
public final class Locations {
  private static final String HIDDEN = "***@";

  /** {@code user:password@} or {@code token@} before the host. */
  private static final Pattern USER_INFORMATION = Pattern.compile("(?<=://)[^/\\s\"']*@");

  /** A password with a slash in it ends the authority; a port, which has digits alone, does not. */
  private static final Pattern SLASH_IN_PASSWORD =
      Pattern.compile("(?<=://)[^/\\s:@\"']+:(?!\\d+(?:[/\\s\"',;]|$))[^\\s\"']*@");

  /** What stands for a password in the query of a signed address. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?i)(?<=[?&](?:X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token|X-Goog-Signature"
              + "|AWSAccessKeyId|Signature|sig|token|access_token)=)[^&\\s\"']+");

  private Locations() {}

  /** A text, for instance a path or a message, without credentials in the URIs that it holds. */
  public static String shown(String text) {
    String plain = USER_INFORMATION.matcher(text).replaceAll(HIDDEN);
    String hosts = SLASH_IN_PASSWORD.matcher(plain).replaceAll(HIDDEN);
    return SIGNATURE.matcher(hosts).replaceAll("***");
  }
}
