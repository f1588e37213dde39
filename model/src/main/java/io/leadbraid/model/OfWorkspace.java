package io.leadbraid.model;

/** Something that belongs to one workspace, and is partitioned by it. */
public interface OfWorkspace {

    WorkspaceId workspace();
}
