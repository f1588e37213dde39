package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** V8 and V2: same evidence and decisions, same graph; a source is in exactly one profile. */
class GraphLawsTest {

    private static final int SMALL = 100_000;
    private static final int LARGE = 200;
    private static final int SOME = 120;

    @Test
    void profilesAreThoseOfTheOracleWhateverTheOrderAndTheRepeats() {
        for (int seed = 0; seed < SMALL + LARGE; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);
            Histories histories = seed < SMALL ? Histories.small(random) : Histories.large(random);
            List<Line> history = histories.next();

            RememberedGraph once = run(policy, history);
            RememberedGraph again = run(policy, histories.again(history));

            if (!again.profiles.equals(once.profiles) || !answer(once).equals(new Oracle(policy, history).answer())) {
                assertThat(again.profiles).as("seed %d", seed).isEqualTo(once.profiles);
                assertThat(answer(once)).as("seed %d", seed).isEqualTo(new Oracle(policy, history).answer());
            }
        }
    }

    @Test
    void aCrashAtAnyStepAndTheReplayOfWhatWasNotCommittedChangeNothing() {
        for (int seed = 0; seed < SOME; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);
            List<Line> history = Histories.large(random).next();
            int crash = random.nextInt(history.size());
            int committed = random.nextInt(crash + 1);

            RememberedGraph state = run(policy, history.subList(0, crash));
            state.readsUntilFailure = random.nextInt(3);
            int writes = state.writes;
            try {
                state.apply(history.get(crash).tell(new Graph(policy), state));
            } catch (RememberedGraph.CrashException crashed) {
                assertThat(state.writes).as("seed %d", seed).isEqualTo(writes);
            }
            state.readsUntilFailure = Integer.MAX_VALUE;
            tell(state, policy, history.subList(committed, history.size()));

            assertThat(state.profiles).as("seed %d", seed).isEqualTo(run(policy, history).profiles);
        }
    }

    @Test
    void whatIsSwitchedOffAgainHasNeverBeen() {
        for (int seed = 0; seed < SOME; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);
            Histories histories = Histories.large(random);
            List<Line> history = new ArrayList<>(histories.everybody());
            history.addAll(histories.next());
            Oracle.Answer before = answer(run(policy, history));

            Ruling ruling = histories.ruling();
            List<Line> onAndOff = new ArrayList<>(history);
            onAndOff.add(histories.decided("late", true, ruling));
            onAndOff.add(histories.decided("late", false, ruling));

            assertThat(answer(run(policy, onAndOff))).as("seed %d", seed).isEqualTo(before);
            Collections.shuffle(onAndOff, random);
            assertThat(answer(run(policy, onAndOff))).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void noProfileHoldsSourcesThatAreSeparated() {
        for (int seed = 0; seed < SOME; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = GraphPolicy.DEFAULT;
            Histories histories = Histories.large(random);
            List<Line> history = histories.next();
            Ruling.Separation separation = histories.separation();
            history.add(random.nextInt(history.size()), histories.decided("late", true, separation));

            Oracle.Answer answer = answer(run(policy, history));

            assertThat(answer.clusters())
                    .as("seed %d", seed)
                    .allSatisfy(cluster -> assertThat(
                                    separation.groups().stream().filter(group -> !Collections.disjoint(group, cluster)))
                            .hasSizeLessThan(2));
        }
    }

    @Test
    void guardsThatWentUpComeDownWhenTheirCountFalls() {
        for (int seed = 0; seed < SOME; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);
            Histories histories = Histories.large(random);
            List<Line> history = new ArrayList<>(histories.everybody());
            history.addAll(histories.next());
            RememberedGraph state = run(policy, history);
            Oracle.Answer before = answer(state);
            List<Line> crowd = histories.crowd();

            tell(state, policy, crowd);
            Ruling.Retraction gone = histories.takenBack(crowd);
            tell(state, policy, List.of(histories.decided("gone", true, gone)));

            assertThat(answer(state).among(before)).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void historiesInterleavedOverWorkspacesDoNotTouchEachOther() {
        record Step(int workspace, Line line) {}
        for (int seed = 0; seed < SOME / 2; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = GraphPolicy.DEFAULT.withCaps(4, 4);
            List<List<Line>> workspaces = List.of(
                    Histories.large(random).next(),
                    Histories.large(random).next(),
                    Histories.large(random).next());
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < workspaces.size(); i++) {
                int workspace = i;
                workspaces.get(i).forEach(line -> steps.add(new Step(workspace, line)));
            }
            Collections.shuffle(steps, random);

            Graph graph = new Graph(policy);
            Map<Integer, RememberedGraph> states = new HashMap<>();
            steps.forEach(step -> {
                RememberedGraph state = states.computeIfAbsent(step.workspace(), none -> new RememberedGraph());
                state.apply(step.line().tell(graph, state));
            });

            for (int i = 0; i < workspaces.size(); i++) {
                assertThat(states.getOrDefault(i, new RememberedGraph()).profiles)
                        .as("seed %d workspace %d", seed, i)
                        .isEqualTo(run(policy, workspaces.get(i)).profiles);
            }
        }
    }

    @Test
    void everythingRememberedIsFoundWhereItShouldBe() {
        for (int seed = 0; seed < SOME; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);

            RememberedGraph state = run(policy, Histories.large(random).next());

            Map<SourceId, ComponentId> sources = new HashMap<>();
            Map<Identifier, Home> identifiers = new HashMap<>();
            Map<Identifier, Set<SourceId>> holders = new HashMap<>();
            state.components.forEach((id, rows) -> rows.values().forEach(source -> {
                assertThat(sources.put(source.id(), id)).isNull();
                source.identifiers(policy).forEach(identifier -> identifiers.put(identifier, new Home.In(id)));
                source.overShared().forEach(identifier -> {
                    identifiers.put(identifier, new Home.OverShared());
                    if (!source.isNote()) {
                        holders.computeIfAbsent(identifier, none -> new HashSet<>())
                                .add(source.id());
                    }
                });
            }));
            assertThat(state.sourceHomes).as("seed %d", seed).isEqualTo(sources);
            assertThat(state.identifierHomes).as("seed %d", seed).isEqualTo(identifiers);
            assertThat(state.overShared).as("seed %d", seed).isEqualTo(holders);
            holders.values().forEach(all -> assertThat(all).hasSizeGreaterThan(policy.mostHolders()));
            state.components
                    .values()
                    .forEach(rows -> assertThat(Component.connected(rows.values(), policy))
                            .hasSize(1));
        }
    }

    @Test
    void newsThatIsAlreadyKnownWritesNothing() {
        Random random = new Random(7);
        List<Line> history = Histories.large(random).next();
        GraphPolicy policy = GraphPolicy.DEFAULT.withCaps(4, 3);
        RememberedGraph state = run(policy, history);
        Map<?, ?> profiles = Map.copyOf(state.profiles);
        int writes = state.writes;

        tell(state, policy, history);

        assertThat(state.writes).isEqualTo(writes);
        assertThat(state.profiles).isEqualTo(profiles);
    }

    @Test
    void nobodyIsSeparatedFromHimself() {
        Set<SourceId> anna = Set.of(new SourceId("a"));

        assertThatThrownBy(() -> new Ruling.Separation(List.of(anna, anna)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RememberedGraph run(GraphPolicy policy, List<Line> history) {
        RememberedGraph state = new RememberedGraph();
        tell(state, policy, history);
        return state;
    }

    private static void tell(RememberedGraph state, GraphPolicy policy, List<Line> history) {
        Graph graph = new Graph(policy);
        history.forEach(line -> state.apply(line.tell(graph, state)));
    }

    private static Oracle.Answer answer(RememberedGraph state) {
        return new Oracle.Answer(
                state.profiles.values().stream()
                        .map(profile ->
                                profile.members().stream().map(Member::source).collect(Collectors.toSet()))
                        .collect(Collectors.toSet()),
                state.profiles.values().stream()
                        .map(Profile::refused)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()));
    }
}
