package io.leadbraid.bench.stream;

import io.leadbraid.bench.stream.ClientEvent.Told;
import io.leadbraid.model.Channel;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events as ingestion writes them to {@code leadbraid.inbound}. */
public final class Records {

    private final WorkspaceId workspace;
    private final String botAccount;

    /** @param botAccount the Telegram bot's id */
    public Records(WorkspaceId workspace, String botAccount) {
        this.workspace = workspace;
        this.botAccount = botAccount;
    }

    /** The source, except that a form's id is known to the product alone: for forms a stand-in. */
    public SourceId source(ClientEvent event) {
        return SourceId.of(workspace, address(event));
    }

    public InboundContact record(ClientEvent event, Instant at) {
        SourceAddress address = address(event);
        String number = Long.toString(event.number());
        return new InboundContact(
                InboundContact.SCHEMA,
                workspace,
                new EventId(address.channel() + ":" + address.account() + ":" + number),
                SourceId.of(workspace, address),
                new Channel(address.channel(), channelId(event.outlet()), address.account()),
                address.externalUserId(),
                Direction.IN,
                at,
                at,
                new Message(number, 0, address.externalUserId(), Message.Kind.TEXT, event.text()),
                claims(event, address),
                List.of(Trait.name(event.person().name())),
                Map.of(),
                null);
    }

    private SourceAddress address(ClientEvent event) {
        Person person = event.person();
        return switch (event.outlet()) {
            case TELEGRAM -> new SourceAddress("telegram", botAccount, Long.toString(person.telegramId()));
            case FORM -> new SourceAddress("form", "bench", "form-" + person.number());
            case VIBER, INSTAGRAM -> new SourceAddress(channel(event.outlet()), "", person.botUser(event.outlet()));
        };
    }

    private static List<Claim> claims(ClientEvent event, SourceAddress address) {
        List<Claim> claims = new ArrayList<>();
        Person person = event.person();
        Trust trust = event.outlet() == Outlet.TELEGRAM ? Trust.VERIFIED : Trust.STATED;
        switch (event.outlet()) {
            case TELEGRAM ->
                claims.add(new Claim(
                        Identifier.id("telegram", address.externalUserId()), Trust.VERIFIED, "from.id", null));
            case VIBER, INSTAGRAM ->
                claims.add(new Claim(
                        Identifier.id(address.channel(), address.externalUserId()),
                        Trust.STATED,
                        "field:externalUserId",
                        null));
            case FORM -> {}
        }
        if (event.told().contains(Told.NICKNAME)) {
            claims.add(new Claim(
                    Identifier.nickname(channel(event.outlet()), person.nickname()), trust, "nickname", null));
        }
        if (event.told().contains(Told.PHONE)) {
            claims.add(new Claim(Identifier.phone(person.phone()), trust, "phone", null));
        }
        if (event.told().contains(Told.EMAIL)) {
            claims.add(new Claim(Identifier.email(person.email()), trust, "email", null));
        }
        return claims;
    }

    private static String channel(Outlet outlet) {
        return outlet.name().toLowerCase(Locale.ROOT);
    }

    private static String channelId(Outlet outlet) {
        return "bench-" + channel(outlet);
    }
}
