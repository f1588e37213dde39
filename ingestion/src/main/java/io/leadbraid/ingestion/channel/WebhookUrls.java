package io.leadbraid.ingestion.channel;

/** Where platforms post to, as they see it from outside. */
public final class WebhookUrls {

    /** Stands where the address of a webhook holds a secret. */
    private static final String MASK = "***";

    private final String publicUrl;

    WebhookUrls(String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Whether platforms that insist on encryption can be told of it. */
    public boolean areEncrypted() {
        return publicUrl.startsWith("https://");
    }

    public String of(ConfiguredChannel channel) {
        return of(channel.kind(), channel.id(), MASK);
    }

    String of(StoredChannel channel) {
        return of(channel.kind(), channel.id(), MASK);
    }

    /** For whoever has just set its secrets. */
    String full(StoredChannel channel) {
        return of(channel.kind(), channel.id(), channel.settings().secrets().getOrDefault("pathSecret", MASK));
    }

    private String of(ChannelKind kind, String id, String pathSecret) {
        String path = switch (kind) {
            case TELEGRAM -> "/hooks/telegram/" + id;
            case WHATSAPP -> "/hooks/whatsapp/" + id;
            case AVITO -> "/hooks/avito/" + id + "/" + pathSecret;
            case FORM -> "/hooks/forms/" + id;
        };
        return publicUrl + path;
    }
}
