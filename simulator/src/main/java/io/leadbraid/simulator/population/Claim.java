package io.leadbraid.simulator.population;

/**
 * Somebody said, or his platform said of him, that a handle is his own.
 *
 * @param verified whether the platform vouches for it
 * @param day days since 1970-01-01 (UTC)
 */
public record Claim(Address by, Handle handle, boolean verified, long day) {}
