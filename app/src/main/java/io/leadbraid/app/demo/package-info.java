/** Impatient clients, played over the public webhooks and read back over the public API. */
@NullMarked
package io.leadbraid.app.demo;

import org.jspecify.annotations.NullMarked;
