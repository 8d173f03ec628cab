package io.tradetracker.broker.capital.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to change positions or orders, as the venue received it.
 *
 * @param received when
 * @param method POST, PUT or DELETE
 * @param path below {@code /api/v1}
 * @param body as sent
 * @param fault what went wrong with it on purpose, or null
 * @param accountId account it was carried out or refused on, or null when it got no further than the limits and tokens
 * @param handled when it was carried out or refused, or null when it was lost or waits
 * @param code error code or reject reason, or null when it was carried out
 * @param effects what it changed
 */
public record WriteRecord(
        Instant received,
        String method,
        String path,
        String body,
        @Nullable String fault,
        @Nullable String accountId,
        @Nullable Instant handled,
        @Nullable String code,
        List<Effect> effects) {
    /** Copies the effects. */
    public WriteRecord {
        effects = List.copyOf(effects);
    }

    /** {@return whether it was carried out} */
    public boolean isExecuted() {
        return handled != null && code == null;
    }

    WriteRecord handled(Instant time, @Nullable String outcome, List<Effect> changes) {
        return new WriteRecord(received, method, path, body, fault, accountId, time, outcome, changes);
    }

    WriteRecord on(String account) {
        return new WriteRecord(received, method, path, body, fault, account, handled, code, effects);
    }
}
