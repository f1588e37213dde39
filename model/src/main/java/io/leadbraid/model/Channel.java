package io.leadbraid.model;

import org.jspecify.annotations.Nullable;

/**
 * The way by which a contact came.
 *
 * @param name the built-in channel's kind ({@code telegram}, {@code form}, ...), or the name that a pushing bot gave
 * @param id the configured channel; absent for a bot's own channels
 * @param account our account on it; empty where there is only one
 */
public record Channel(String name, @Nullable String id, String account) {}
