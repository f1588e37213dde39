/** The product as a child process, and how to look into it from outside. */
@NullMarked
package io.leadbraid.bench.product;

import org.jspecify.annotations.NullMarked;
