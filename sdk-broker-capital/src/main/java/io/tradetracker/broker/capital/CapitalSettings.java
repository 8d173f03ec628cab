package io.tradetracker.broker.capital;

import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.connection.RateLimits;
import io.tradetracker.broker.capital.stream.StreamTerms;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Capital.com with one key. Immutable; made by {@link #demo} or {@link #live} and changes.
 *
 * @param host of the service
 * @param streamHost where streams are opened; null for where the log-in says
 * @param credentials of the key
 * @param encryptedLogin whether the password is encrypted with the service's public key, above what the connection does
 * @param limits how much is asked at most
 * @param requestTimeout how long a request may take, from connecting to the end of its answer
 * @param streamTerms when a stream is asked, doubted and made anew
 * @param metrics who receives measurements
 * @param time that pauses and limits go by
 */
public record CapitalSettings(
        URI host,
        @Nullable URI streamHost,
        CapitalCredentials credentials,
        boolean encryptedLogin,
        RateLimits limits,
        Duration requestTimeout,
        StreamTerms streamTerms,
        CapitalMetrics metrics,
        ElapsedTime time) {
    private static final URI DEMO = URI.create("https://demo-api-capital.backend-capital.com");
    private static final URI LIVE = URI.create("https://api-capital.backend-capital.com");
    private static final Duration REQUEST = Duration.ofSeconds(15);

    /** @throws IllegalArgumentException when the timeout is not above zero, or a host has a user in its address */
    public CapitalSettings {
        if (host.getRawUserInfo() != null || (streamHost != null && streamHost.getRawUserInfo() != null)) {
            throw new IllegalArgumentException(
                    "A host's address has a user in it, and addresses are no place for secrets: leave it out");
        }
        if (!requestTimeout.isPositive()) {
            throw new IllegalArgumentException("request timeout " + requestTimeout + " must be above zero");
        }
    }

    /** {@return the world of play money} */
    public static CapitalSettings demo(CapitalCredentials credentials) {
        return at(DEMO, credentials);
    }

    /** {@return the world of real money} */
    public static CapitalSettings live(CapitalCredentials credentials) {
        return at(LIVE, credentials);
    }

    /** {@return any host that speaks the same protocol, such as a simulator or a proxy} */
    public static CapitalSettings at(URI host, CapitalCredentials credentials) {
        return new CapitalSettings(
                host,
                null,
                credentials,
                true,
                RateLimits.DEFAULT,
                REQUEST,
                StreamTerms.DEFAULT,
                CapitalMetrics.NONE,
                ElapsedTime.SYSTEM);
    }

    /** {@return a copy whose streams are opened there} */
    public CapitalSettings withStreamHost(URI newHost) {
        return new CapitalSettings(
                host, newHost, credentials, encryptedLogin, limits, requestTimeout, streamTerms, metrics, time);
    }

    /** {@return a copy that sends the password as it is, protected by the connection alone} */
    public CapitalSettings withPlainLogin() {
        return new CapitalSettings(
                host, streamHost, credentials, false, limits, requestTimeout, streamTerms, metrics, time);
    }

    /** {@return a copy that asks that much at most} */
    public CapitalSettings withLimits(RateLimits newLimits) {
        return new CapitalSettings(
                host, streamHost, credentials, encryptedLogin, newLimits, requestTimeout, streamTerms, metrics, time);
    }

    /** {@return a copy whose requests may take that long} */
    public CapitalSettings withRequestTimeout(Duration newTimeout) {
        return new CapitalSettings(
                host, streamHost, credentials, encryptedLogin, limits, newTimeout, streamTerms, metrics, time);
    }

    /** {@return a copy whose streams keep these terms} */
    public CapitalSettings withStreamTerms(StreamTerms newTerms) {
        return new CapitalSettings(
                host, streamHost, credentials, encryptedLogin, limits, requestTimeout, newTerms, metrics, time);
    }

    /** {@return a copy that tells that listener what it measures} */
    public CapitalSettings withMetrics(CapitalMetrics listener) {
        return new CapitalSettings(
                host, streamHost, credentials, encryptedLogin, limits, requestTimeout, streamTerms, listener, time);
    }

    /** {@return a copy that goes by that time} */
    public CapitalSettings withTime(ElapsedTime newTime) {
        return new CapitalSettings(
                host, streamHost, credentials, encryptedLogin, limits, requestTimeout, streamTerms, metrics, newTime);
    }
}
