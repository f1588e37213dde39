package io.leadbraid.merger;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.background.Signal;
import io.leadbraid.merger.background.Worker;
import io.leadbraid.merger.consumption.Progress;
import io.leadbraid.merger.consumption.Subscription;
import io.leadbraid.merger.consumption.TopicConsumers;
import io.leadbraid.merger.decisions.DecisionNews;
import io.leadbraid.merger.decisions.StandingDecisions;
import io.leadbraid.merger.leads.LeadDocuments;
import io.leadbraid.merger.merges.MergeWriting;
import io.leadbraid.merger.merges.Pending;
import io.leadbraid.merger.merges.Reconciling;
import io.leadbraid.merger.merges.RequestWriting;
import io.leadbraid.merger.merges.Splitting;
import io.leadbraid.merger.merges.Sweeping;
import io.leadbraid.merger.outbox.LeadNews;
import io.leadbraid.merger.outbox.News;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.outbox.Publishing;
import io.leadbraid.merger.rules.MergePolicy;
import io.leadbraid.merger.rules.Merging;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * The role {@code merger}: works off inbound contacts and profiles, brings leads together, and publishes them. It needs {@code
 * AccessConfiguration}, a database whose migrations have run, topics that exist, and the property {@code leadbraid.kafka}.
 */
@Configuration(proxyBeanMethods = false)
@Import(MergerQueriesConfiguration.class)
public class MergerConfiguration {

    private static final Duration MERGING_RESTS = Duration.ofMillis(5);
    private static final Duration PUBLISHING_RESTS = Duration.ofMillis(20);

    @Bean
    TopicConsumers topicConsumers(
            @Value("${leadbraid.kafka}") String kafka,
            MergerSettings settings,
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            MeterRegistry meters) {
        return new TopicConsumers(kafka, settings.instance(), settings.batch(), transactions, jdbc, meters);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> inboundConsumer(
            TopicConsumers consumers,
            Subscription<InboundContact> inbound,
            MergerSettings settings,
            Progress inboundProgress) {
        return consumers.consumer(inbound, settings.inboundThreads(), inboundProgress);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> profileConsumer(
            TopicConsumers consumers, Subscription<ProfileSnapshot> profiles, Progress profileProgress) {
        return consumers.consumer(profiles, 1, profileProgress);
    }

    @Bean
    Progress inboundProgress() {
        return new Progress();
    }

    @Bean
    Progress profileProgress() {
        return new Progress();
    }

    @Bean
    MergerHealth mergerHealth(Progress inboundProgress, Progress profileProgress, MeterRegistry meters) {
        Map<String, Progress> byTopic =
                Map.of(Topics.INBOUND.name(), inboundProgress, Topics.PROFILES.name(), profileProgress);
        byTopic.forEach((topic, progress) -> Gauge.builder("leadbraid.merger.lag", progress, Progress::lag)
                .description("Records behind the last batch, in the partitions of this process")
                .tag("topic", topic)
                .register(meters));
        return new MergerHealth(byTopic);
    }

    @Bean
    Reconciling reconciling(
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            Pending pending,
            Audit audit,
            Outbox outbox,
            Splitting splitting,
            RequestWriting requests,
            MergerSettings settings,
            MeterRegistry meters) {
        return new Reconciling(
                transactions,
                jdbc,
                pending,
                new MergeWriting(jdbc, audit, outbox, meters),
                splitting,
                requests,
                new Merging(MergePolicy.of(settings.automaticMerges())),
                new StandingDecisions(jdbc),
                Pipeline.DEFAULT,
                meters);
    }

    @Bean
    Worker mergingWorker(
            Reconciling reconciling,
            WorkspaceTransactions transactions,
            Workspaces workspaces,
            Pending pending,
            RequestWriting requests,
            Signal pendingSignal,
            MergerSettings settings,
            MeterRegistry meters) {
        Sweeping sweeping =
                new Sweeping(transactions, workspaces, pending, requests, Clock.systemUTC(), settings.sweep());
        return new Worker("leadbraid-merging", MERGING_RESTS, pendingSignal, meters, () -> {
            sweeping.sweepWhenDue();
            reconciling.reconcileAll();
        });
    }

    @Bean(destroyMethod = "close")
    Publishing publishing(
            @Value("${leadbraid.kafka}") String kafka,
            DataSource database,
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            MeterRegistry meters) {
        List<News<?, ?>> news = List.of(new DecisionNews(jdbc), new LeadNews(jdbc, new LeadDocuments(jdbc)));
        return new Publishing(kafka, news, database, transactions, meters);
    }

    @Bean
    Worker publishingWorker(Publishing publishing, Signal outboxSignal, MeterRegistry meters) {
        return new Worker("leadbraid-publishing", PUBLISHING_RESTS, outboxSignal, meters, publishing::publishAll);
    }
}
