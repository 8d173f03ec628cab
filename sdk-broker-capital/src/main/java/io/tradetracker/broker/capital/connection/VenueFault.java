package io.tradetracker.broker.capital.connection;

import io.tradetracker.api.error.RetryAdvice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service says when it refuses: its word, and a value behind a colon.
 *
 * @param status of the HTTP answer
 * @param code such as {@code error.invalid.size.minvalue}
 * @param value such as {@code 0.01}; empty when there is none, or it is no number
 */
public record VenueFault(int status, String code, String value) {
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(1);
    private static final Pattern CODE = Pattern.compile(
            "(?=.{1,100}(?::|$))([A-Za-z][A-Za-z0-9_$-]*(?:\\.[A-Za-z0-9_$-]+)+)(?:\\s*:\\s*(-?[0-9.]{1,40})?.*)?",
            Pattern.DOTALL);
    private static final List<String> SESSION = List.of(
            "error.invalid.session.token",
            "error.null.client.token",
            "error.security.client-token-missing",
            "error.security.account.token.invalid",
            "error.security.token-invalid");

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            meaning("error.null.api.key", CapitalError.WRONG_CREDENTIALS, "No API key was sent", "Give one."),
            meaning(
                    "error.invalid.api.key",
                    CapitalError.WRONG_CREDENTIALS,
                    "The service does not know the API key",
                    "Keys expire after a year and go with a suspended account: make a new one."),
            meaning(
                    "error.invalid.details",
                    CapitalError.WRONG_CREDENTIALS,
                    "Identifier or password is wrong",
                    "The password is the one of the API key, not that of the account."),
            meaning(
                    "error.null.accountId",
                    CapitalError.WRONG_HOST,
                    "The key has no account on this host",
                    "Demo and live are two hosts: use the one the key was made for."),
            meaning(
                    "error.invalid.accountId",
                    CapitalError.WRONG_ACCOUNT,
                    "The login has no such account",
                    "accounts() lists those it has."),
            meaning(
                    "error.not-found.epic",
                    CapitalError.UNKNOWN_INSTRUMENT,
                    "There is no such instrument",
                    "Names are the service's own, such as GOLD or US500: search for them."),
            meaning(
                    "error.not-found.dealId",
                    CapitalError.NOT_FOUND,
                    "The position or order is not there",
                    "It may have been closed, filled or cancelled."),
            meaning(
                    "error.not-found.dealReference",
                    CapitalError.NOT_FOUND,
                    "The service has no confirmation of that request",
                    "That proves nothing: it may come later."),
            meaning("error.invalid.watchlist", CapitalError.NOT_FOUND, "There is no such watchlist", "List them."),
            meaning("error.not-found.watchlist", CapitalError.NOT_FOUND, "There is no such watchlist", "List them."),
            meaning(
                    "error.invalid.size.minvalue",
                    CapitalError.BAD_REQUEST,
                    "The size is below the smallest",
                    "The instrument's rules say how small it may be."),
            meaning(
                    "error.invalid.size.maxvalue",
                    CapitalError.BAD_REQUEST,
                    "The size is above the largest",
                    "Send several orders, or a smaller one."),
            meaning(
                    "error.invalid.size",
                    CapitalError.BAD_REQUEST,
                    "The size is no multiple of the instrument's step",
                    "Round it with the instrument's rules."),
            meaning(
                    "error.invalid.stoploss.minvalue",
                    CapitalError.BAD_REQUEST,
                    "The stop loss is too low",
                    "It must be a price of at least that value, on the losing side."),
            meaning(
                    "error.invalid.stoploss.maxvalue",
                    CapitalError.BAD_REQUEST,
                    "The stop loss is too high",
                    "It must be a price of at most that value, on the losing side."),
            meaning(
                    "error.invalid.takeprofit.minvalue",
                    CapitalError.BAD_REQUEST,
                    "The take profit is too low",
                    "It must be a price of at least that value, on the winning side."),
            meaning(
                    "error.invalid.takeprofit.maxvalue",
                    CapitalError.BAD_REQUEST,
                    "The take profit is too high",
                    "It must be a price of at most that value, on the winning side."),
            meaning(
                    "error.validation.stop.price",
                    CapitalError.BAD_REQUEST,
                    "The price of a waiting order is on the wrong side of the market or too near",
                    "A buy stop waits above the market, a buy limit below."),
            meaning(
                    "error.not-in-future.goodTillDate",
                    CapitalError.BAD_REQUEST,
                    "The order's end is not in the future",
                    "Give a later moment."));

    /** {@return what the service said in that text, which is code and value} */
    public static VenueFault of(int status, String text) {
        Matcher parts = CODE.matcher(text.strip());
        String code = parts.matches() ? parts.group(1) : null;
        if (code == null) {
            return new VenueFault(status, "unreadable", "");
        }
        String value = parts.group(2);
        return new VenueFault(status, code, value == null ? "" : value.strip());
    }

    /** {@return whether the session is the reason} */
    public boolean isSessionEnd() {
        return isSessionEnd(code);
    }

    /** {@return whether the service's word says that the session is over} */
    public static boolean isSessionEnd(String code) {
        return SESSION.contains(code);
    }

    /** {@return whether too much was asked for} */
    public boolean isLimit() {
        return status == 429
                || code.equals("error.too-many.requests")
                || code.equals("error.public-api.exceeded-request-rate-allowance");
    }

    /** {@return whether a position or an order is not there} */
    public boolean isMissingDeal() {
        return code.equals("error.not-found.dealId");
    }

    /** {@return the failure to throw, when that was asked for} */
    public CapitalException toException(String asked) {
        return new CapitalException(error(), code, sentence(asked), retry(), null);
    }

    /** {@return what happened, what it means and what to do} */
    public String sentence(String asked) {
        Meaning known = MEANINGS.get(code);
        String says = code + (value.isEmpty() ? "" : " " + value);
        if (known != null) {
            return known.what() + " (" + asked + " was answered " + status + " " + says + "). " + known.todo();
        }
        if (isLimit()) {
            return "Too many requests (" + asked + " was answered " + says
                    + "). Other programs may use the same account: wait, or let them ask less.";
        }
        return asked + " was answered " + status + " " + says + ".";
    }

    private CapitalError error() {
        Meaning known = MEANINGS.get(code);
        if (known != null) {
            return known.error();
        }
        if (isLimit()) {
            return CapitalError.TOO_MANY_REQUESTS;
        }
        if (isSessionEnd() || status == 401 || status == 403) {
            return CapitalError.SESSION_ENDED;
        }
        return status >= 500 ? CapitalError.UNAVAILABLE : CapitalError.BAD_REQUEST;
    }

    private RetryAdvice retry() {
        return switch (error()) {
            case TOO_MANY_REQUESTS, UNAVAILABLE -> RetryAdvice.after(LIMIT_PAUSE);
            case SESSION_ENDED -> RetryAdvice.SAFE;
            default -> RetryAdvice.NEVER;
        };
    }

    private static Map.Entry<String, Meaning> meaning(String code, CapitalError error, String what, String todo) {
        return Map.entry(code, new Meaning(error, what, todo));
    }

    private record Meaning(CapitalError error, String what, String todo) {}
}
