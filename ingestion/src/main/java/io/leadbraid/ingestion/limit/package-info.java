/** How fast somebody may send. */
@NullMarked
package io.leadbraid.ingestion.limit;

import org.jspecify.annotations.NullMarked;
