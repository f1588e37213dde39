/** Contacts that bots push over the API. */
@NullMarked
package io.leadbraid.ingestion.push;

import org.jspecify.annotations.NullMarked;
