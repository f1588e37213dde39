package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.Optional;
import java.util.Set;

/** What the graph remembers of one workspace. */
public interface GraphState {

    /** The component that keeps a source; absent when nothing is known of it yet. */
    Optional<ComponentId> homeOf(SourceId source);

    /** Where an identifier that links is held; absent when nobody holds it. */
    Optional<Home> homeOf(Identifier identifier);

    /** All sources of a component. */
    Component component(ComponentId id);

    /** Keeps what is known of a source in the place of what was known before. */
    void put(ComponentId component, KnownSource source);

    void remove(ComponentId component, SourceId source);

    void settle(SourceId source, ComponentId component);

    void settle(Identifier identifier, Home home);

    /** Nobody holds it any more. */
    void unsettle(Identifier identifier);

    /** Remembers who holds an identifier that links nothing: it stands in no component where it could be looked up. */
    void addHolder(Identifier overShared, SourceId source);

    void removeHolder(Identifier overShared, SourceId source);

    /** Who holds an identifier that links nothing; of more than {@code most}, any so many of them. */
    Set<SourceId> holders(Identifier overShared, int most);
}
