package io.tradetracker.broker.capital.connection;

import io.tradetracker.api.error.RetryAdvice;
import io.tradetracker.api.error.TradeTrackerException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A failure with the service's own word for it. */
public final class CapitalException extends TradeTrackerException {
    private static final long serialVersionUID = 1L;

    /** The word of a refusal with status 404 for which the service gave none. */
    public static final String NO_CODE_404 = "404";

    private final String venueCode;

    /**
     * Makes a failure.
     *
     * @param code what kind of failure
     * @param venueCode the service's word for it, empty when it gave none
     * @param message what happened, what it means and what to do
     * @param retry whether to call again
     * @param cause what was thrown, null when nothing was
     */
    public CapitalException(
            CapitalError code, String venueCode, String message, RetryAdvice retry, @Nullable Throwable cause) {
        super(code, message, retry, cause);
        this.venueCode = venueCode;
    }

    /** Makes a failure that the service has no word for and that must not be repeated. */
    public CapitalException(CapitalError code, String message) {
        this(code, "", message, RetryAdvice.NEVER, null);
    }

    /**
     * {@return what something that the service said means}
     *
     * @param about what it is about, such as {@code the positions}
     * @param meaning throws IllegalArgumentException when it finds none
     * @throws CapitalException BAD_ANSWER when it finds none
     */
    public static <T> T understood(String about, Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER,
                    "",
                    "What the service says of " + about + " makes no sense: " + nonsense.getMessage(),
                    RetryAdvice.after(Duration.ofSeconds(1)),
                    null);
        }
    }

    /** {@return the service's word for it, such as {@code error.invalid.details}; empty when it gave none} */
    public String venueCode() {
        return venueCode;
    }
}
