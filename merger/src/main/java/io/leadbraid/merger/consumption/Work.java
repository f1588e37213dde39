package io.leadbraid.merger.consumption;

import io.leadbraid.model.WorkspaceId;
import java.util.List;

/** What the records of a topic do to the database. */
public interface Work<V> {

    WorkspaceId workspaceOf(V value);

    /**
     * Works on records of one workspace, in the order of their partitions, in an open transaction that sees the workspace. It
     * must be idempotent: records come again, from any offset.
     */
    void apply(WorkspaceId workspace, List<V> values);
}
