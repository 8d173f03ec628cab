package io.tradetracker.broker.capital.simulator;

import java.time.Duration;

/**
 * Something that goes wrong with one request. Made by the methods named after what happens.
 *
 * @param kind what happens
 * @param delay how long, in venue time; zero where it has no meaning
 * @param reason why the deal is rejected; empty where it has no meaning
 * @param executed whether the request is carried out nevertheless
 */
public record Fault(Kind kind, Duration delay, String reason, boolean executed) {
    /** What can go wrong. */
    public enum Kind {
        /** Carried out, then the connection is cut. */
        ANSWER_LOST,
        /** The connection is cut, nothing is carried out. */
        REQUEST_LOST,
        /** The connection is cut at once, the request is carried out later. */
        EXECUTED_LATE,
        /** Status 500 with the name of a Java class as code. */
        SERVER_ERROR,
        /** Status 502 with a page. */
        BAD_GATEWAY,
        /** Half of the answer. */
        TRUNCATED,
        /** Status 200 without a body. */
        EMPTY,
        /** Status 200 without a deal reference. */
        WITHOUT_REFERENCE,
        /** Status 429. */
        TOO_MANY_REQUESTS,
        /** Status 401, and the session is over. */
        TOKEN_EXPIRED,
        /** The confirmation is not found for a while. */
        CONFIRM_LATE,
        /** Status 200, but the confirmation says rejected. */
        REJECTED,
        /** The answer takes time. */
        SLOW,
        /** The answer tells how things were. */
        STALE,
        /** The answer brings new tokens. */
        TOKENS_ROTATED
    }

    /** {@return carried out, then the connection is cut without an answer} */
    public static Fault answerLost() {
        return of(Kind.ANSWER_LOST, true);
    }

    /** {@return the connection is cut without an answer, nothing is carried out} */
    public static Fault requestLost() {
        return of(Kind.REQUEST_LOST, false);
    }

    /**
     * The connection is cut at once, the request is carried out later.
     *
     * @param delay how much later
     * @return the fault
     */
    public static Fault executedLate(Duration delay) {
        return new Fault(Kind.EXECUTED_LATE, delay, "", true);
    }

    /**
     * Status 500 with the name of a Java class as error code.
     *
     * @param executed whether the request is carried out
     * @return the fault
     */
    public static Fault serverError(boolean executed) {
        return of(Kind.SERVER_ERROR, executed);
    }

    /**
     * Status 502 with an HTML page.
     *
     * @param executed whether the request is carried out
     * @return the fault
     */
    public static Fault badGateway(boolean executed) {
        return of(Kind.BAD_GATEWAY, executed);
    }

    /** {@return carried out, but only half of the JSON arrives} */
    public static Fault truncated() {
        return of(Kind.TRUNCATED, true);
    }

    /** {@return carried out, status 200, no body} */
    public static Fault empty() {
        return of(Kind.EMPTY, true);
    }

    /** {@return carried out, status 200, no deal reference} */
    public static Fault withoutReference() {
        return of(Kind.WITHOUT_REFERENCE, true);
    }

    /** {@return refused with status 429} */
    public static Fault tooManyRequests() {
        return of(Kind.TOO_MANY_REQUESTS, false);
    }

    /** {@return refused with status 401; the session is over} */
    public static Fault tokenExpired() {
        return of(Kind.TOKEN_EXPIRED, false);
    }

    /**
     * The request is carried out, its confirmation is not found for a while.
     *
     * @param delay for how long
     * @return the fault
     */
    public static Fault confirmLate(Duration delay) {
        return new Fault(Kind.CONFIRM_LATE, delay, "", true);
    }

    /**
     * The request is answered with 200 and a reference, and its confirmation says rejected.
     *
     * @param reason such as RISK_CHECK
     * @return the fault
     */
    public static Fault rejected(String reason) {
        return new Fault(Kind.REJECTED, Duration.ZERO, reason, false);
    }

    /**
     * Carried out at once, answered later.
     *
     * @param delay how much later
     * @return the fault
     */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, delay, "", true);
    }

    /**
     * Positions, orders, activity and confirmations as they were. Other answers are as they are.
     *
     * @param age how long ago
     * @return the fault
     */
    public static Fault stale(Duration age) {
        return new Fault(Kind.STALE, age, "", true);
    }

    /** {@return the answer brings new tokens, the old ones are worth nothing} */
    public static Fault tokensRotated() {
        return of(Kind.TOKENS_ROTATED, true);
    }

    private static Fault of(Kind kind, boolean executed) {
        return new Fault(kind, Duration.ZERO, "", executed);
    }

    /** {@return whether it can happen to such a request} */
    boolean fits(Route route) {
        return switch (kind) {
            case CONFIRM_LATE, REJECTED, WITHOUT_REFERENCE, EXECUTED_LATE -> route.isWrite();
            case STALE -> route.isRead();
            default -> true;
        };
    }
}
