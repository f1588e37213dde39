package io.leadbraid.merger;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.audit.Histories;
import io.leadbraid.merger.background.Signal;
import io.leadbraid.merger.consumption.DeadLetters;
import io.leadbraid.merger.consumption.Subscription;
import io.leadbraid.merger.decisions.DecisionWriting;
import io.leadbraid.merger.decisions.KeepingApart;
import io.leadbraid.merger.decisions.Separations;
import io.leadbraid.merger.decisions.Sharing;
import io.leadbraid.merger.inbound.InboundMeters;
import io.leadbraid.merger.inbound.InboundWork;
import io.leadbraid.merger.leads.LeadDocuments;
import io.leadbraid.merger.leads.LeadEditing;
import io.leadbraid.merger.leads.LeadRows;
import io.leadbraid.merger.leads.Leads;
import io.leadbraid.merger.leads.SearchIndex;
import io.leadbraid.merger.merges.MergeRequests;
import io.leadbraid.merger.merges.Merges;
import io.leadbraid.merger.merges.Pending;
import io.leadbraid.merger.merges.ProfileWork;
import io.leadbraid.merger.merges.RequestWriting;
import io.leadbraid.merger.merges.Splitting;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.reasons.Reasons;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people and programs ask of leads and do to them: all that a process with the role {@code api} needs. It needs {@code
 * AccessConfiguration}, a {@code JdbcClient} and a {@code MeterRegistry} beside it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MergerSettings.class)
public class MergerQueriesConfiguration {

    @Bean
    Leads leads(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new Leads(transactions, jdbc);
    }

    @Bean
    Merges merges(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new Merges(transactions, jdbc);
    }

    @Bean
    Reasons reasons(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new Reasons(transactions, jdbc);
    }

    @Bean
    Histories histories(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new Histories(transactions, jdbc);
    }

    @Bean
    MergeRequests mergeRequests(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new MergeRequests(transactions, jdbc);
    }

    @Bean
    LeadEditing leadEditing(
            WorkspaceTransactions transactions, JdbcClient jdbc, Audit audit, Outbox outbox, Pending pending) {
        return new LeadEditing(
                transactions,
                new LeadRows(jdbc),
                new LeadDocuments(jdbc),
                audit,
                outbox,
                pending,
                new SearchIndex(jdbc),
                Pipeline.DEFAULT);
    }

    @Bean
    DecisionWriting decisionWriting(JdbcClient jdbc, Audit audit, Signal outboxSignal) {
        return new DecisionWriting(jdbc, audit, outboxSignal);
    }

    @Bean
    RequestWriting requestWriting(
            JdbcClient jdbc, Audit audit, Outbox outbox, MergerSettings settings, MeterRegistry meters) {
        return new RequestWriting(jdbc, audit, outbox, Clock.systemUTC(), settings.requestsExpireAfter(), meters);
    }

    @Bean
    Splitting splitting(
            JdbcClient jdbc,
            Audit audit,
            Outbox outbox,
            RequestWriting requests,
            Pending pending,
            MeterRegistry meters) {
        return new Splitting(jdbc, audit, outbox, requests, pending, meters);
    }

    @Bean
    Separations separations(
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            DecisionWriting writing,
            Audit audit,
            Outbox outbox,
            Splitting splitting) {
        return new Separations(transactions, jdbc, writing, audit, outbox, splitting);
    }

    @Bean
    KeepingApart keepingApart(
            WorkspaceTransactions transactions, JdbcClient jdbc, DecisionWriting writing, Audit audit, Outbox outbox) {
        return new KeepingApart(transactions, jdbc, writing, audit, outbox);
    }

    @Bean
    Sharing sharing(WorkspaceTransactions transactions, JdbcClient jdbc, DecisionWriting writing) {
        return new Sharing(transactions, jdbc, writing);
    }

    @Bean
    DeadLetters deadLetters(
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            Subscription<InboundContact> inbound,
            Subscription<ProfileSnapshot> profiles) {
        return new DeadLetters(transactions, jdbc, List.of(inbound, profiles));
    }

    @Bean
    Subscription<InboundContact> inboundSubscription(
            JdbcClient jdbc,
            Audit audit,
            Outbox outbox,
            Pending pending,
            MeterRegistry meters,
            MergerSettings settings) {
        return new Subscription<>(
                Topics.INBOUND,
                new InboundWork(
                        jdbc,
                        audit,
                        outbox,
                        pending,
                        new InboundMeters(meters, Clock.systemUTC()),
                        Pipeline.DEFAULT,
                        settings.reopenWithin()));
    }

    @Bean
    Subscription<ProfileSnapshot> profileSubscription(JdbcClient jdbc, Pending pending) {
        return new Subscription<>(Topics.PROFILES, new ProfileWork(jdbc, pending));
    }

    @Bean
    Audit audit(JdbcClient jdbc) {
        return new Audit(jdbc);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Signal outboxSignal) {
        return new Outbox(jdbc, outboxSignal);
    }

    @Bean
    Pending pending(JdbcClient jdbc, Signal pendingSignal) {
        return new Pending(jdbc, pendingSignal);
    }

    @Bean
    Signal outboxSignal() {
        return new Signal();
    }

    @Bean
    Signal pendingSignal() {
        return new Signal();
    }
}
