package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts people as platforms know them: sources that share a user id are one account, and a form is none. */
final class Accounts {

    private Accounts() {}

    static int among(Collection<Holder> holders) {
        Set<Set<Identifier>> accounts = new LinkedHashSet<>();
        for (Holder holder : holders) {
            Set<Identifier> account = holder.source().accounts().collect(Collectors.toCollection(HashSet::new));
            List<Set<Identifier>> same = accounts.stream()
                    .filter(known -> known.stream().anyMatch(account::contains))
                    .toList();
            same.forEach(accounts::remove);
            same.forEach(account::addAll);
            if (!account.isEmpty()) {
                accounts.add(Set.copyOf(account));
            }
        }
        return accounts.size();
    }
}
