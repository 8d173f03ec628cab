package io.tradetracker.api.error;

import org.jspecify.annotations.Nullable;

/** The one exception of the SDK; the {@link #code()} tells failures apart. */
public class TradeTrackerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient RetryAdvice retry;

    /**
     * Makes a failure that must not be repeated.
     *
     * @param code what kind of failure
     * @param message what happened, where, and how to mend it; never a secret
     */
    public TradeTrackerException(ErrorCode code, String message) {
        this(code, message, RetryAdvice.NEVER, null);
    }

    /**
     * Makes a failure with a cause.
     *
     * @param code what kind of failure
     * @param message what happened, where, and how to mend it; never a secret
     * @param cause what was thrown, null when nothing was
     */
    public TradeTrackerException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, RetryAdvice.NEVER, cause);
    }

    /**
     * Makes a failure.
     *
     * @param code what kind of failure
     * @param message what happened, where, and how to mend it; never a secret
     * @param retry whether to call again
     * @param cause what was thrown, null when nothing was
     */
    public TradeTrackerException(ErrorCode code, String message, RetryAdvice retry, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retry = retry;
    }

    /** {@return what kind of failure} */
    public ErrorCode code() {
        return code;
    }

    /** {@return whether the same call may be made again} */
    public RetryAdvice retry() {
        return retry;
    }
}
