/** Every topic, with its key, value, partitioner and settings. No topic name and no serde stands anywhere else. */
@NullMarked
package io.leadbraid.model.topic;

import org.jspecify.annotations.NullMarked;
