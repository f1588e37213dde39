/** Records that wait on the disk while Kafka is away: plain files, no Kafka. */
@NullMarked
package io.leadbraid.ingestion.spool;

import org.jspecify.annotations.NullMarked;
