package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads submissions of forms. */
final class FormConnector implements Connector {

    private static final int MOST_TEXT = 16_384;
    private static final int MOST_PAGE = 500;
    private static final List<String> PAGES = List.of("pageurl", "page", "url", "referer", "referrer", "sourceurl");

    private final FormEvidence evidence;
    private final FormSources sources;
    private final FormEvents events;
    private final String defaultRegion;

    FormConnector(FormEvidence evidence, FormSources sources, FormEvents events, String defaultRegion) {
        this.evidence = evidence;
        this.sources = sources;
        this.events = events;
        this.defaultRegion = defaultRegion;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.FORM;
    }

    @Override
    public Reading read(Posting posting) {
        Optional<Submission> read = Submission.read(posting.body(), posting.contentType());
        if (read.isEmpty()) {
            return new Reading.Unreadable("this is neither a JSON object nor a form");
        }
        if (Dialects.of(read.get()).isTest(read.get())) {
            return new Reading.Ignored("a test of the connection");
        }
        if (read.get().isEmpty()) {
            return new Reading.Ignored("nothing was filled in");
        }
        return posting.channel().settings() instanceof ChannelSettings.Form form
                ? new Reading.Contacts(List.of(contact(posting, form, read.get())))
                : new Reading.Unreadable("the channel is no form");
    }

    private InboundContact contact(Posting posting, ChannelSettings.Form form, Submission sent) {
        Dialect dialect = Dialects.of(sent);
        Submission submission = dialect.plain(sent);
        ConfiguredChannel channel = posting.channel();
        String region = form.defaultRegion().orElse(defaultRegion);
        FormEvidence.Found found = evidence.in(submission, form.roles(), region);
        List<Claim> stated = found.claims().asList();
        evidence.addMentions(found, region);
        EventId event = events.idOf(posting, dialect.transaction(sent), submission);
        String user = sources.userId(channel.workspace(), found.name(), stated).orElse(event.value());
        Optional<String> page = page(submission);
        String text = found.message().isEmpty() ? found.summary() : found.message();
        return new InboundContact(
                InboundContact.SCHEMA,
                channel.workspace(),
                event,
                SourceId.of(channel.workspace(), new SourceAddress(kind().label(), channel.account(), user)),
                channel.asChannel(),
                user,
                Direction.IN,
                posting.receivedAt(),
                posting.receivedAt(),
                new Message(event.value(), 0, user, Message.Kind.TEXT, Texts.first(text, MOST_TEXT)),
                found.claims().asList(),
                Stream.concat(
                                found.name().map(Trait::name).stream(),
                                page.map(address -> new Trait(Trait.Kind.PAGE, address)).stream())
                        .toList(),
                FormAttributes.of(submission, Visit.of(sent, submission, PAGES), found, page, posting.receivedAt()),
                null);
    }

    /** The page on which the form stood, without what tells visits apart. */
    private static Optional<String> page(Submission submission) {
        return submission
                .first(PAGES)
                .filter(address -> address.startsWith("http") && address.length() <= MOST_PAGE * 4)
                .flatMap(FormConnector::withoutQuery)
                .map(page -> Texts.first(page, MOST_PAGE));
    }

    private static Optional<String> withoutQuery(String address) {
        try {
            URI uri = new URI(address.split("[?#]", 2)[0]);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri.toString());
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
