/** Avito: what its messenger posts. */
@NullMarked
package io.leadbraid.ingestion.avito;

import org.jspecify.annotations.NullMarked;
