package io.leadbraid.model.topic;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/** A topic with the types of its keys and values and the settings it needs. */
public record Topic<K, V>(String name, Serde<K> keys, Serde<V> values, Map<String, String> settings) {}
