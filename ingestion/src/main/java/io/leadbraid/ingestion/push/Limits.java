package io.leadbraid.ingestion.push;

/** How long the parts of a pushed contact may be, in UTF-16 units. */
final class Limits {

    static final int CHANNEL = 64;
    static final int ACCOUNT = 200;
    static final int EXTERNAL_USER_ID = 200;
    static final int EXTERNAL_MESSAGE_ID = 200;
    static final int NICKNAME = 200;
    static final int PHONE = 64;
    static final int EMAIL = 320;
    static final int NAME = 200;
    static final int CONTACT_ID = 200;
    static final int TEXT = 16_384;
    static final int SHORT = 64;

    static final int ATTRIBUTES = 50;
    static final int ATTRIBUTE_NAME = 100;
    static final int ATTRIBUTE_VALUE = 2_000;
    static final int ALL_ATTRIBUTES = 65_536;

    static final int IDEMPOTENCY_KEY = 255;

    private Limits() {}
}
