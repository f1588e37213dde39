/** From a webhook to one lead: how many a second, and how soon. */
@NullMarked
package io.leadbraid.bench.pipeline;

import org.jspecify.annotations.NullMarked;
