/** The launcher: roles, embedded servers and the command line. The only executable. */
@NullMarked
package io.leadbraid.app;

import org.jspecify.annotations.NullMarked;
