/** What the product is compared with: a naive service, and a stream that only passes records on. */
@NullMarked
package io.leadbraid.bench.baseline;

import org.jspecify.annotations.NullMarked;
