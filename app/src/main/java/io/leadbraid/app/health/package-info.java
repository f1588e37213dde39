/** Whether Kafka, the spool before it, the two Streams applications and the merger work. */
@NullMarked
package io.leadbraid.app.health;

import org.jspecify.annotations.NullMarked;
