package org.laue.descriptors.image;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.laue.Spelling;
import org.laue.UserException;
import org.laue.descriptors.SettingsReader;

/**
 * Everything that decides how a structure becomes a fingerprint. A model remembers these and
 * refuses fingerprints made with others.
 *
 * @param pixels edge of a channel, even; the detector grows with it at a fixed size of pixel
 * @param innerRadiusPixels radius of the dark disc round the beam (paper 5, released program 10)
 * @param outerRadiusPixels radius beyond which the detector is dark
 * @param targetAtoms a cluster grows until it has at least this many atoms
 * @param bondLength the length that becomes 1
 * @param cellSymprec tolerance in angstrom of the conventional cell: 1e-5 for exact cells, 0.01 to
 *     0.1 for measured ones
 */
public record FingerprintParameters(
    int pixels,
    double innerRadiusPixels,
    double outerRadiusPixels,
    int targetAtoms,
    BondLength bondLength,
    double cellSymprec)
    implements Serializable {

  public FingerprintParameters {
    new Detector(pixels, innerRadiusPixels, outerRadiusPixels);
    if (targetAtoms < 1) {
      throw new UserException("fingerprint targetAtoms must be at least 1, was " + targetAtoms);
    }
    if (!(cellSymprec > 0)) {
      throw new UserException(
          "fingerprint cellSymprec must be a positive length in angstrom, was " + cellSymprec);
    }
  }

  /** The paper's: 64 pixels, ring 5 to 30, 256 atoms, mean nearest distance, 1e-5 angstrom. */
  public static FingerprintParameters defaults() {
    return new FingerprintParameters(64, 5, 30, 256, BondLength.MEAN_NEAREST, 1e-5);
  }

  public FingerprintParameters withRing(double innerPixels, double outerPixels) {
    return new FingerprintParameters(
        pixels, innerPixels, outerPixels, targetAtoms, bondLength, cellSymprec);
  }

  public FingerprintParameters withTargetAtoms(int atoms) {
    return new FingerprintParameters(
        pixels, innerRadiusPixels, outerRadiusPixels, atoms, bondLength, cellSymprec);
  }

  public FingerprintParameters withBondLength(BondLength length) {
    return new FingerprintParameters(
        pixels, innerRadiusPixels, outerRadiusPixels, targetAtoms, length, cellSymprec);
  }

  public FingerprintParameters withCellSymprec(double symprec) {
    return new FingerprintParameters(
        pixels, innerRadiusPixels, outerRadiusPixels, targetAtoms, bondLength, symprec);
  }

  public Detector detector() {
    return new Detector(pixels, innerRadiusPixels, outerRadiusPixels);
  }

  /** Every parameter by name, in a fixed order and spelling, for manifests. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("pixels", Integer.toString(pixels));
    map.put("innerRadiusPixels", Double.toString(innerRadiusPixels));
    map.put("outerRadiusPixels", Double.toString(outerRadiusPixels));
    map.put("targetAtoms", Integer.toString(targetAtoms));
    map.put("bondLength", Spelling.of(bondLength));
    map.put("cellSymprec", Double.toString(cellSymprec));
    return map;
  }

  /** Inverse of {@link #toMap()}. */
  public static FingerprintParameters ofMap(Map<String, String> map) {
    SettingsReader settings = new SettingsReader("Fingerprint", map);
    FingerprintParameters parameters =
        new FingerprintParameters(
            settings.integer("pixels"),
            settings.number("innerRadiusPixels"),
            settings.number("outerRadiusPixels"),
            settings.integer("targetAtoms"),
            settings.constant(BondLength.class, "bondLength"),
            settings.number("cellSymprec"));
    // Older models name a choice that moved no pixel.
    settings.pass("signs");
    settings.requireNothingLeft();
    return parameters;
  }

  /** One line that is equal if and only if the parameters are. */
  public String canonical() {
    return toMap().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /** First 16 hexadecimal digits of the SHA-256 of {@link #canonical()}. */
  public String hash() {
    try {
      byte[] text = canonical().getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
