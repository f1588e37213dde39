package io.leadbraid.model;

/** Key of {@code leadbraid.profiles}. */
public record ProfileKey(WorkspaceId workspace, ProfileId profile) implements OfWorkspace {

    public static ProfileKey parse(String text) {
        String[] parts = text.split("/", 2);
        return new ProfileKey(WorkspaceId.parse(parts[0]), new ProfileId(parts[1]));
    }

    @Override
    public String toString() {
        return workspace + "/" + profile;
    }
}
