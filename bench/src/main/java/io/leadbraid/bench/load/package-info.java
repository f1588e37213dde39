/** An open loop of HTTP requests over kept-alive connections. */
@NullMarked
package io.leadbraid.bench.load;

import org.jspecify.annotations.NullMarked;
