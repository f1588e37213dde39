package io.leadbraid.bench.stream;

import io.leadbraid.bench.stream.ClientEvent.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Clients who write about ten times each over one to four outlets. A few hundred of them are active at any time; who
 * has said all is followed by somebody new, so the share of new evidence is the same in every slice of the stream.
 */
public final class Crowd {

    private static final int ACTIVE = 400;
    private static final int LEAST_EVENTS = 4;
    private static final int MOST_EVENTS = 17;
    private static final double SHARES = 0.12;
    private static final double FAVOURITE = 0.6;
    private static final List<String> NAMES =
            List.of("Anna Berg", "Timur", "Chen Wei", "Sofie Lind", "Мария Орлова", "Paul", "Дмитрий", "Grace Hall");
    private static final List<String> TEXTS = List.of(
            "Is the flat on the second floor still available?",
            "Сколько стоит доставка и когда её ждать?",
            "Hello? I asked an hour ago, is anybody there?",
            "Was kostet das mit Lieferung nach Potsdam?",
            "Please call me back this evening, thank you");

    private final RandomGenerator random;
    private final List<Person> active = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private int nextPerson;
    private long nextEvent;

    /**
     * @param seed the same seed gives the same stream
     * @param firstPerson number of the first person, so that several streams of a run share nobody
     */
    public Crowd(long seed, int firstPerson) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        nextPerson = firstPerson;
        nextEvent = (long) firstPerson * MOST_EVENTS + 1;
        for (int i = 0; i < ACTIVE; i++) {
            Person person = newPerson();
            active.add(person);
            left.add(random.nextInt(1, person.events() + 1));
        }
    }

    /** The next events of the stream. */
    public List<ClientEvent> next(int count) {
        List<ClientEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(next());
        }
        return events;
    }

    private ClientEvent next() {
        int index = random.nextInt(ACTIVE);
        Person person = active.get(index);
        int remaining = left.get(index) - 1;
        if (remaining == 0) {
            Person follower = newPerson();
            active.set(index, follower);
            left.set(index, follower.events());
        } else {
            left.set(index, remaining);
        }
        List<Outlet> outlets = person.outlets();
        Outlet outlet =
                random.nextDouble() < FAVOURITE ? outlets.getFirst() : outlets.get(random.nextInt(outlets.size()));
        return new ClientEvent(nextEvent++, person, outlet, told(person, outlet), one(TEXTS));
    }

    private Set<Told> told(Person person, Outlet outlet) {
        EnumSet<Told> told = EnumSet.noneOf(Told.class);
        told.addAll(outlet.always());
        if (random.nextDouble() < SHARES) {
            told.add(Told.PHONE);
        }
        if (!person.hasNickname()) {
            told.remove(Told.NICKNAME);
        }
        if (!person.hasEmail()) {
            told.remove(Told.EMAIL);
        }
        return told;
    }

    private Person newPerson() {
        List<Outlet> outlets = new ArrayList<>(List.of(Outlet.values()));
        Collections.shuffle(outlets, random);
        int count = List.of(1, 1, 2, 2, 2, 3, 3, 4).get(random.nextInt(8));
        return new Person(
                nextPerson++,
                one(NAMES),
                outlets.subList(0, count),
                random.nextDouble() < 0.7,
                random.nextDouble() < 0.6,
                random.nextInt(LEAST_EVENTS, MOST_EVENTS + 1));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
