package io.leadbraid.access;

import io.leadbraid.model.WorkspaceId;

/** A company's closed world and its name. */
public record Workspace(WorkspaceId id, String name) {}
