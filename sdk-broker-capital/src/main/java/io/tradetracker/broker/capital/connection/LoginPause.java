package io.tradetracker.broker.capital.connection;

import io.tradetracker.api.error.RetryAdvice;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps log-ins that failed from being tried again at once: the service takes few, and locks a key that is tried with a
 * wrong password too often. Used by the one that logs in.
 */
final class LoginPause {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration WORTH_WAITING = Duration.ofSeconds(10);

    private final ElapsedTime time;
    private long until;
    private Duration pause = Duration.ZERO;
    private @Nullable CapitalException reason;

    LoginPause(ElapsedTime time) {
        this.time = time;
        until = time.nanos();
    }

    /** Waits for the end of a pause, or throws what it is for when that takes long. */
    void await(Lock lock, Condition changed, BooleanSupplier isClosed) {
        CapitalException why = reason;
        if (why == null) {
            return;
        }
        long left = until - time.nanos();
        boolean hopeless = why.code() != CapitalError.TOO_MANY_REQUESTS || left > WORTH_WAITING.toNanos();
        if (left > 0 && hopeless) {
            throw new CapitalException(
                    (CapitalError) why.code(),
                    why.venueCode(),
                    why.getMessage() + " The next log-in is tried in "
                            + Duration.ofNanos(left).toSeconds() + " s.",
                    RetryAdvice.after(Duration.ofNanos(left)),
                    why);
        }
        try {
            while (!isClosed.getAsBoolean() && until - time.nanos() > 0) {
                time.await(lock, changed, Duration.ofNanos(until - time.nanos()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CapitalException(CapitalError.CLOSED, "Interrupted while it waited to log in.");
        }
    }

    void succeeded() {
        reason = null;
        pause = Duration.ZERO;
    }

    void failed(CapitalException failure) {
        boolean lasting = failure.code() == CapitalError.WRONG_CREDENTIALS
                || failure.code() == CapitalError.WRONG_HOST
                || failure.code() == CapitalError.WRONG_ACCOUNT;
        if (lasting) {
            pause = LONGEST;
        } else if (pause.isZero()) {
            pause = FIRST;
        } else {
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
        reason = failure;
        until = time.nanos() + jittered(pause);
    }

    /** Programs that began together do not try again together. */
    private static long jittered(Duration pause) {
        return pause.toNanos() - ThreadLocalRandom.current().nextLong(pause.toNanos() / 4 + 1);
    }
}
