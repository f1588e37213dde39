/** Who is calling, in which workspace, and with which scopes; and the transaction that sees that workspace alone. */
@NullMarked
package io.leadbraid.access;

import org.jspecify.annotations.NullMarked;
