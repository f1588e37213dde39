package io.leadbraid.access;

import io.leadbraid.access.web.WebConfiguration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Workspaces, keys and the web's door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessConfiguration.Settings.class)
@Import(WebConfiguration.class)
public class AccessConfiguration {

    /** @param secretKey encrypts the channels' secrets: 32 random bytes in Base64, the same for all processes */
    @ConfigurationProperties("leadbraid")
    record Settings(String secretKey) {}

    @Bean
    WorkspaceTransactions workspaceTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        return new WorkspaceTransactions(new TransactionTemplate(manager), jdbc);
    }

    @Bean
    Workspaces workspaces(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new Workspaces(transactions, jdbc);
    }

    @Bean
    ApiKeys apiKeys(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new ApiKeys(transactions, jdbc);
    }

    @Bean
    Callers callers(ApiKeys keys) {
        return new Callers(keys, InstantSource.system());
    }

    @Bean
    FirstStart firstStart(Workspaces workspaces, ApiKeys keys) {
        return new FirstStart(workspaces, keys);
    }

    @Bean
    SecretCipher secretCipher(Settings settings) {
        return new SecretCipher(settings.secretKey());
    }
}
