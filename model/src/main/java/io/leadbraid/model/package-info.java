/** The language of Leadbraid: inbound contacts, identifiers, evidence, profiles and leads, as plain values. */
@NullMarked
package io.leadbraid.model;

import org.jspecify.annotations.NullMarked;
