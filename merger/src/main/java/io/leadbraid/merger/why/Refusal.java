package io.leadbraid.merger.why;

import io.leadbraid.merger.rules.Link;

/** What two sources have in common, and the rule by which it does not count. */
record Refusal(Link link, String rule) {}
