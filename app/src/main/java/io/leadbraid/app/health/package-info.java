/** Whether Kafka and the two Streams applications work. */
@NullMarked
package io.leadbraid.app.health;

import org.jspecify.annotations.NullMarked;
