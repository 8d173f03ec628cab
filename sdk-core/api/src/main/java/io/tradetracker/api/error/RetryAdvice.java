package io.tradetracker.api.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the same call may be made again.
 *
 * @param repeatable whether a repeat is safe
 * @param delay how long to wait first; null when there is no need to wait or no repeat is safe
 */
public record RetryAdvice(boolean repeatable, @Nullable Duration delay) {
    /** A repeat fails again, or could do the thing twice. */
    public static final RetryAdvice NEVER = new RetryAdvice(false, null);

    /** A repeat is safe at once. */
    public static final RetryAdvice SAFE = new RetryAdvice(true, null);

    /** {@return advice to repeat after a pause} */
    public static RetryAdvice after(Duration delay) {
        return new RetryAdvice(true, delay);
    }
}
