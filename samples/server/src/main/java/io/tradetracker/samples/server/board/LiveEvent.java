package io.tradetracker.samples.server.board;

/**
 * One change of a board, as it goes to clients. Immutable.
 *
 * @param id its place in the order of changes, {@code epoch-number}; empty for a passing value that is not kept
 * @param type what changed: {@code candle}, {@code price}, {@code decision}, {@code fill}, {@code account},
 *     {@code state}, {@code feed}, {@code notice}, {@code replaced}, {@code snapshot}, {@code resumed} or
 *     {@code heartbeat}
 * @param data the new value, written as JSON
 */
public record LiveEvent(String id, String type, Object data) {
    /** {@return an event that is not kept: a client that was away does not miss it} */
    public static LiveEvent passing(String type, Object data) {
        return new LiveEvent("", type, data);
    }
}
