package io.leadbraid.app.outside;

import io.leadbraid.simulator.population.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends posts as platforms do: several at once. */
final class Sending {

    private static final int AT_ONCE = 8;

    private final Crowd crowd;
    private final Map<Post, Boolean> acknowledged = new ConcurrentHashMap<>();

    Sending(Crowd crowd) {
        this.crowd = crowd;
    }

    /** All of them, and all have to be taken. */
    void allTaken(Outside outside, List<Post> posts) throws InterruptedException {
        List<Callable<Answer>> sending = new ArrayList<>();
        posts.forEach(post -> sending.add(() -> crowd.send(outside, post)));
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> answer : senders.invokeAll(sending)) {
                expectTaken(answer);
            }
        }
        posts.forEach(post -> acknowledged.put(post, true));
    }

    private static void expectTaken(Future<Answer> answer) throws InterruptedException {
        try {
            if (!answer.get().isAcknowledgement()) {
                throw new AssertionError("a post was not taken: " + answer.get());
            }
        } catch (ExecutionException failure) {
            throw new AssertionError("a post was not answered", failure.getCause());
        }
    }

    /**
     * All of them, whatever happens to the server meanwhile.
     *
     * @param middle runs once, when half of them have been answered
     */
    void through(Outside outside, List<Post> posts, Runnable middle) throws InterruptedException {
        Countdown half = new Countdown(posts.size() / 2, middle);
        List<Callable<Void>> sending = new ArrayList<>();
        posts.forEach(post -> sending.add(() -> {
            try {
                acknowledged.merge(post, crowd.send(outside, post).isAcknowledgement(), Boolean::logicalOr);
            } catch (IOException unanswered) {
                acknowledged.putIfAbsent(post, false);
            }
            half.count();
            return null;
        }));
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            senders.invokeAll(sending);
        }
    }

    List<Post> acknowledged() {
        return acknowledged.keySet().stream().filter(acknowledged::get).toList();
    }

    List<Post> unacknowledged() {
        return acknowledged.keySet().stream()
                .filter(post -> !acknowledged.get(post))
                .toList();
    }
}
