/** A real Kafka broker and a real PostgreSQL server, durable, in one data folder and on loopback only. */
@NullMarked
package io.leadbraid.servers;

import org.jspecify.annotations.NullMarked;
