package io.leadbraid.resolver.names;

/** What the names seen at two places say about whether one person is behind both. */
public enum Verdict {
    /** They may be one person's and share at least a part. */
    AGREE,
    /** One surname, clearly different given names: a family, or a number handed on within it. */
    SAME_SURNAME,
    /** Both are names of people, and clearly different ones. */
    CONTRADICT,
    /** At least one is no name of a person, or they cannot be compared, or the difference has an everyday reason. */
    SILENT
}
