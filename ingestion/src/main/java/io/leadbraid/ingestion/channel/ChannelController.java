package io.leadbraid.ingestion.channel;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.normal.Texts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Channels over the API. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final int MOST = 200;

    record NewChannel(
            @Nullable String kind,
            @Nullable String name,
            @Nullable ObjectNode settings) {}

    record Change(@Nullable String name, @Nullable ObjectNode settings) {}

    record Page(List<ChannelView> items, @Nullable String nextCursor) {}

    private final ChannelSetup setup;

    ChannelController(ChannelSetup setup) {
        this.setup = setup;
    }

    @PostMapping
    ResponseEntity<ChannelView> create(@AuthenticationPrincipal Caller caller, @RequestBody NewChannel wanted) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        ObjectNode settings = wanted.settings() == null ? JsonNodeFactory.instance.objectNode() : wanted.settings();
        ChannelView channel =
                setup.create(caller.workspace(), wanted.kind() == null ? "" : wanted.kind(), wanted.name(), settings);
        return tagged(ResponseEntity.created(URI.create("/api/v1/channels/" + channel.id())), channel);
    }

    @GetMapping
    Page list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        int size = Math.clamp(limit, 1, MOST);
        List<ChannelView> items = setup.list(caller.workspace(), Texts.storable(cursor), size);
        return new Page(items, items.size() < size ? null : items.getLast().id());
    }

    @GetMapping("/{id}")
    ResponseEntity<ChannelView> get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        ChannelView channel =
                setup.find(caller.workspace(), id).orElseThrow(() -> ProblemException.notFound("channel"));
        return tagged(ResponseEntity.ok(), channel);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ChannelView> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Change change) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        long version = version(ifMatch);
        return tagged(
                ResponseEntity.ok(), setup.change(caller.workspace(), id, version, change.name(), change.settings()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        setup.remove(caller.workspace(), id);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ChannelView> tagged(ResponseEntity.BodyBuilder response, ChannelView channel) {
        return response.eTag("\"" + channel.version() + "\"").body(channel);
    }

    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-missing",
                    "Say which version you change: If-Match: \"<version>\".",
                    Map.of());
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        return version.matches() ? Long.parseLong(version.group(1)) : -1;
    }
}
