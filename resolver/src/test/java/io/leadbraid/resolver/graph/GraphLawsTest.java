package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.Identifier;
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

/** V8 and V2: same evidence, same graph; a source is in exactly one profile. */
class GraphLawsTest {

    private static final int RUNS = 4_000;

    @Test
    void profilesAreThoseOfTheOracleWhateverTheOrderAndTheRepeats() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);
            Histories histories = new Histories(random);
            List<Line> history = histories.next();

            RememberedGraph once = run(policy, history);
            RememberedGraph again = run(policy, histories.again(history));

            assertThat(again.profiles).as("seed %d", seed).isEqualTo(once.profiles);
            assertThat(answer(once)).as("seed %d", seed).isEqualTo(new Oracle(policy, history).answer());
        }
    }

    @Test
    void historiesInterleavedOverWorkspacesDoNotTouchEachOther() {
        record Step(int workspace, Line line) {}
        for (int seed = 0; seed < RUNS / 10; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = GraphPolicy.DEFAULT.withCaps(4, 4);
            Histories histories = new Histories(random);
            List<List<Line>> workspaces = List.of(histories.next(), histories.next(), histories.next());
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
                state.apply(graph.add(state, step.line().source(), step.line().held()));
            });

            for (int i = 0; i < workspaces.size(); i++) {
                assertThat(states.get(i).profiles)
                        .as("seed %d workspace %d", seed, i)
                        .isEqualTo(run(policy, workspaces.get(i)).profiles);
            }
        }
    }

    @Test
    void everythingRememberedIsFoundWhereItShouldBe() {
        for (int seed = 0; seed < RUNS / 10; seed++) {
            Random random = new Random(seed);
            GraphPolicy policy = Histories.policy(random);

            RememberedGraph state = run(policy, new Histories(random).next());

            state.components.forEach((id, rows) -> rows.values().forEach(source -> {
                assertThat(state.sourceHomes).containsEntry(source.id(), id);
                source.identifiers(policy)
                        .forEach(identifier ->
                                assertThat(state.identifierHomes).containsEntry(identifier, new Home.In(id)));
                source.overShared().forEach(identifier -> {
                    assertThat(state.identifierHomes).containsEntry(identifier, new Home.OverShared());
                    assertThat(state.overShared.get(identifier)).contains(source.id());
                });
            }));
            assertThat(rows(state)).hasSameSizeAs(state.sourceHomes.keySet());
            state.overShared.forEach((identifier, holders) ->
                    assertThat(holders).hasSize(holdersOf(state, identifier)).hasSizeGreaterThan(policy.mostHolders()));
        }
    }

    @Test
    void evidenceThatIsAlreadyKnownWritesNothing() {
        Random random = new Random(7);
        List<Line> history = new Histories(random).next();
        GraphPolicy policy = GraphPolicy.DEFAULT.withCaps(4, 3);
        RememberedGraph state = run(policy, history);
        int writes = state.writes;

        history.forEach(line -> assertThat(new Graph(policy).add(state, line.source(), line.held()))
                .isEqualTo(Change.NONE));

        assertThat(state.writes).isEqualTo(writes);
    }

    private static RememberedGraph run(GraphPolicy policy, List<Line> history) {
        Graph graph = new Graph(policy);
        RememberedGraph state = new RememberedGraph();
        history.forEach(line -> state.apply(graph.add(state, line.source(), line.held())));
        return state;
    }

    private static Oracle.Answer answer(RememberedGraph state) {
        return new Oracle.Answer(
                state.profiles.values().stream()
                        .map(profile ->
                                profile.sources().stream().map(KnownSource::id).collect(Collectors.toSet()))
                        .collect(Collectors.toSet()),
                state.profiles.values().stream()
                        .map(Profile::refused)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()));
    }

    private static Set<SourceId> rows(RememberedGraph state) {
        Set<SourceId> rows = new HashSet<>();
        state.components.values().forEach(component -> rows.addAll(component.keySet()));
        return rows;
    }

    private static int holdersOf(RememberedGraph state, Identifier identifier) {
        return (int) state.components.values().stream()
                .flatMap(component -> component.values().stream())
                .filter(source -> source.overShared().contains(identifier))
                .count();
    }
}
