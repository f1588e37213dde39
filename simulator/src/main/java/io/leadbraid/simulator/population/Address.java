package io.leadbraid.simulator.population;

/**
 * One person's address at a place: what the product has to show as one source.
 *
 * @param user the platform's id of the user; for a form, which knows no users, a name that only the population knows
 */
public record Address(Place place, String user) {}
