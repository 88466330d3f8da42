package org.laue.descriptors.image;

import org.laue.UserException;

/**
 * A flat square detector behind the sample, beam along +z through its middle, and the ring of it
 * that a fingerprint keeps. Geometry and constants of Ziletti et al., Nat. Commun. 9, 2775 (2018),
 * and of the simulator Condor that they used.
 *
 * <p>Row is detector y, column is detector x, both growing with the index; the beam passes between
 * the four middle pixels.
 *
 * @param pixels pixels along one edge, even
 * @param innerRadiusPixels pixels at this distance from the middle or nearer are dark
 * @param outerRadiusPixels pixels at this distance or further are dark
 */
public record Detector(int pixels, double innerRadiusPixels, double outerRadiusPixels) {
  /** Wavelength of the beam, metre. */
  public static final double WAVELENGTH = 5.0e-12;

  /** Distance from sample to detector, metre. */
  public static final double DISTANCE = 0.1;

  /** Edge of a pixel, metre. */
  public static final double PIXEL_SIZE = 4.0e-4;

  /** Classical electron radius, metre, as the simulator has it. */
  public static final double ELECTRON_RADIUS = 2.81794e-15;

  private static final double PLANCK = 6.62607015e-34;
  private static final double LIGHT_SPEED = 299792458.0;
  private static final double PULSE_ENERGY_JOULE = 1.0e-6;
  private static final double FOCUS_DIAMETER_METRE = 1.0e-6;

  public Detector {
    if (pixels < 2 || pixels % 2 != 0 || pixels > 1024) {
      throw new UserException("Detector pixels must be even, 2 to 1024, was " + pixels);
    }
    if (!(innerRadiusPixels >= 0) || !(outerRadiusPixels > innerRadiusPixels)) {
      throw new UserException(
          "Detector ring must have 0 <= inner radius < outer radius, was "
              + innerRadiusPixels
              + " to "
              + outerRadiusPixels);
    }
    if (keptPixels(pixels, innerRadiusPixels, outerRadiusPixels) == 0) {
      throw new UserException(
          "Detector ring from %s to %s keeps none of %d x %d pixels"
              .formatted(innerRadiusPixels, outerRadiusPixels, pixels, pixels));
    }
  }

  private static int keptPixels(int pixels, double inner, double outer) {
    int kept = 0;
    for (int i = 0; i < pixels * pixels; i++) {
      double x = i % pixels - (pixels - 1) / 2.0;
      double y = i / pixels - (pixels - 1) / 2.0;
      double squared = x * x + y * y;
      kept += squared > inner * inner && squared < outer * outer ? 1 : 0;
    }
    return kept;
  }

  /** 64 x 64 pixels, ring from 5 to 30 pixels: the paper's. */
  public static Detector paper() {
    return new Detector(64, 5, 30);
  }

  /** Distance of a row or column from the beam in pixels: -31.5, -30.5, ... 31.5 for 64. */
  public double offset(int index) {
    return index - (pixels - 1) / 2.0;
  }

  /** Whether a pixel lies in the open ring and so is kept. */
  public boolean keeps(int row, int column) {
    double squared = square(offset(row)) + square(offset(column));
    return squared > square(innerRadiusPixels) && squared < square(outerRadiusPixels);
  }

  /**
   * Scattering vector of a pixel, S = (k1 - k0)/(2 pi), on the curved Ewald sphere: (X/L, Y/L, D/L
   * - 1)/lambda in 1/angstrom.
   */
  public static double[] scatteringVector(double offsetX, double offsetY) {
    double x = offsetX * PIXEL_SIZE;
    double y = offsetY * PIXEL_SIZE;
    double length = Math.sqrt(x * x + y * y + DISTANCE * DISTANCE);
    double wavelengthAngstrom = WAVELENGTH * 1e10;
    return new double[] {
      x / length / wavelengthAngstrom,
      y / length / wavelengthAngstrom,
      (DISTANCE / length - 1) / wavelengthAngstrom
    };
  }

  /**
   * Solid angle of a pixel in steradian exactly as the simulator evaluates it, which halves the
   * distance of the pixel from the beam by mistake; 0.2 % of a normalised image at most, kept to
   * agree with the published images.
   */
  public static double solidAngle(double offsetX, double offsetY) {
    double x = offsetX * PIXEL_SIZE / 2;
    double y = offsetY * PIXEL_SIZE / 2;
    double half = PIXEL_SIZE / 2;
    double radius = Math.sqrt(DISTANCE * DISTANCE + x * x + y * y);
    double[] origin = onSphere(x - half, y - half, radius);
    double[] right = onSphere(x + half, y - half, radius);
    double[] up = onSphere(x - half, y + half, radius);
    double width = Math.hypot(origin[0] - right[0], origin[1] - right[1]);
    double height = Math.hypot(origin[0] - up[0], origin[1] - up[1]);
    return width * height / (radius * radius);
  }

  private static double[] onSphere(double x, double y, double radius) {
    double scale = radius / Math.sqrt(DISTANCE * DISTANCE + x * x + y * y);
    return new double[] {x * scale, y * scale};
  }

  /** Photons per square metre of one pulse: 1 microjoule, top hat of 1 micrometre. */
  public static double incidentPhotonsPerSquareMetre() {
    double area = Math.PI * square(FOCUS_DIAMETER_METRE / 2);
    return PULSE_ENERGY_JOULE / area / (PLANCK * LIGHT_SPEED / WAVELENGTH);
  }

  /** Expected photons in a pixel for a structure factor of modulus 1. */
  public static double photonsPerUnit(double offsetX, double offsetY) {
    return square(ELECTRON_RADIUS) * solidAngle(offsetX, offsetY) * incidentPhotonsPerSquareMetre();
  }

  private static double square(double x) {
    return x * x;
  }
}
