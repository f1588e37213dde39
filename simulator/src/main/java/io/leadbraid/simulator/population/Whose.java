package io.leadbraid.simulator.population;

/**
 * The truth about an address.
 *
 * @param person the same number for all addresses of one person
 * @param occasion the same number for all who took part in one playing of the scene
 */
public record Whose(int person, Scene scene, int occasion) {}
