package io.leadbraid.resolver;

import static io.leadbraid.resolver.Contacts.mentioned;
import static io.leadbraid.resolver.Contacts.stated;
import static io.leadbraid.resolver.Contacts.verified;

import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random impatient people, who write on one to four channels and give on each some of what is theirs. What a reader of it
 * should find is told by breadth-first search over what they gave, as text.
 */
final class People {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    private final Random random;
    private final Contacts contacts;
    private final List<InboundContact> inbound = new ArrayList<>();
    private final Map<SourceId, Set<String>> given = new HashMap<>();

    People(Contacts contacts, int people, long seed) {
        this.contacts = contacts;
        this.random = new Random(seed);
        for (int person = 0; person < people; person++) {
            int sources = 1 + random.nextInt(4);
            for (int source = 0; source < sources; source++) {
                write(person, source);
            }
        }
    }

    /** All contacts in random order, a fifth of them twice. */
    List<InboundContact> shuffledWithRepeats() {
        List<InboundContact> all = new ArrayList<>(inbound);
        inbound.stream().filter(contact -> random.nextInt(5) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    /** The sources of each person, as far as what was given tells. */
    Set<Set<SourceId>> expected() {
        Set<Set<SourceId>> persons = new HashSet<>();
        Set<SourceId> left = new HashSet<>(given.keySet());
        while (!left.isEmpty()) {
            Set<SourceId> person = new HashSet<>();
            Deque<SourceId> open = new ArrayDeque<>(Set.of(left.iterator().next()));
            while (!open.isEmpty()) {
                SourceId next = open.remove();
                if (left.remove(next)) {
                    person.add(next);
                    left.stream()
                            .filter(other -> !Collections.disjoint(given.get(other), given.get(next)))
                            .forEach(open::add);
                }
            }
            persons.add(person);
        }
        return persons;
    }

    private void write(int person, int source) {
        boolean telegram = source == 0;
        String channel = telegram ? "telegram" : "form";
        String user = person + "-" + source;
        Set<String> tokens = given.computeIfAbsent(contacts.source(channel, user), none -> new HashSet<>());
        int messages = 1 + random.nextInt(3);
        for (int message = 0; message < messages; message++) {
            List<Claim> claims = new ArrayList<>();
            Instant at = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 5)));
            if (random.nextBoolean()) {
                claims.add(stated(Identifier.phone("+49151" + (10_000_000 + person))));
                tokens.add("phone " + person);
            }
            if (random.nextInt(3) == 0) {
                claims.add(stated(Identifier.email("person" + person + "@example.org")));
                tokens.add("mail " + person);
            }
            if (random.nextInt(3) == 0) {
                Identifier nickname = Identifier.nickname("telegram", "person" + person);
                claims.add(telegram ? verified(nickname) : stated(nickname));
                tokens.add("nickname " + person);
            }
            if (random.nextInt(4) == 0) {
                claims.add(mentioned(Identifier.phone("+49151" + (10_000_000 + random.nextInt(500)))));
            }
            inbound.add(
                    contacts.of(channel, user, user + "/" + message, at, claims, Trait.name("Person " + person % 50)));
        }
    }
}
