package io.leadbraid.simulator.result;

import io.leadbraid.simulator.population.Address;

/**
 * An address as the product shows it.
 *
 * @param id the source's
 * @param lead that it belongs to
 * @param messages how many the product counts
 */
public record SeenSource(Address address, String id, String lead, long messages) {}
