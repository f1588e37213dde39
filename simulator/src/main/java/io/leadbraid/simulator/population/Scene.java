package io.leadbraid.simulator.population;

import java.util.Arrays;
import java.util.Optional;

/** What people do: by themselves anything at all, and in pairs what has gone wrong elsewhere. */
public enum Scene {
    /** Somebody goes to some places and says something or other there. */
    ANYBODY("anybody", false),
    /** The same person on several channels within minutes, with nearly the same text. */
    IMPATIENT("impatient", false),
    /** One person who tells nothing anywhere by which he could be known again. */
    APART("apart", false),
    /** Strangers of one name who ask the same. */
    NAMESAKES("namesakes", false),
    /** Strangers of one name whose numbers, addresses and nicknames are nearly the same. */
    NEAR_IDENTIFIERS("near-identifiers", false),
    /** The platforms vouch for two profiles, and then a form claims something of each: one person after all. */
    TWO_PROFILES("two-profiles", false),
    /** A username was given up and taken by somebody else, who then states it in a form. */
    USERNAME_CHANGES_HANDS("username-changes-hands", false),
    /** One nickname on three platforms: three people. */
    SAME_NICKNAME("same-nickname", false),
    /** A number was given up, and its operator has assigned it to somebody else. */
    RECYCLED_NUMBER("recycled-number", true),
    /** Somebody has a new number, and WhatsApp says so. */
    NEW_NUMBER("new-number", false),
    /** The members of a family give one number in forms. */
    FAMILY_PHONE("family-phone", true),
    /** Colleagues give their office's number in forms. */
    OFFICE_PHONE("office-phone", true);

    private final String label;
    private final boolean misleading;

    Scene(String label, boolean misleading) {
        this.label = label;
        this.misleading = misleading;
    }

    public String label() {
        return label;
    }

    /** Whether its people use the very same identifier, so that the evidence itself says that they are one. */
    public boolean isMisleading() {
        return misleading;
    }

    /** Whether its people look alike, and are not. */
    public boolean isOfLookAlikes() {
        return this == NAMESAKES || this == NEAR_IDENTIFIERS || this == SAME_NICKNAME || misleading;
    }

    static Optional<Scene> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(scene -> scene.label.equals(label))
                .findFirst();
    }
}
