@NullMarked
package io.leadbraid.simulator;

import org.jspecify.annotations.NullMarked;
