@NullMarked
package io.leadbraid.simulator.result;

import org.jspecify.annotations.NullMarked;
