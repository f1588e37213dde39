package io.leadbraid.simulator.sending;

import java.util.Map;

/**
 * A post, ready to be sent to any instance.
 *
 * @param withKey whether the sender is a program with an API key, not a platform
 */
public record Parcel(String path, String contentType, Map<String, String> headers, byte[] body, boolean withKey) {}
