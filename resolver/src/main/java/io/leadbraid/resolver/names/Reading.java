package io.leadbraid.resolver.names;

/** One way to understand a text as the name of a person. */
sealed interface Reading permits WesternName, ChineseName {}
