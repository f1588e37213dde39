package io.leadbraid.bench.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which things belong together: union-find over names. */
final class Groups {

    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private int count;

    /** How many groups there are. */
    int count() {
        return count;
    }

    boolean together(String a, String b) {
        return root(node(a)) == root(node(b));
    }

    void join(String a, String b) {
        int rootOfA = root(node(a));
        int rootOfB = root(node(b));
        if (rootOfA != rootOfB) {
            parents.set(rootOfA, rootOfB);
            count--;
        }
    }

    private int node(String name) {
        return nodes.computeIfAbsent(name, unknown -> {
            parents.add(parents.size());
            count++;
            return parents.size() - 1;
        });
    }

    private int root(int node) {
        int root = node;
        while (parents.get(root) != root) {
            parents.set(root, parents.get(parents.get(root)));
            root = parents.get(root);
        }
        return root;
    }
}
