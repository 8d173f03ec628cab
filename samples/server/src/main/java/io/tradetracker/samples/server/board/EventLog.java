package io.tradetracker.samples.server.board;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The latest events in order. Ids begin with a word that is new at each start of the server, so that a number from an
 * earlier start is never taken for one of this. Guarded by its board.
 */
final class EventLog {
    private static final int CAPACITY = 2_000;
    private static final int EPOCH_BYTES = 4;

    private final String epoch = newEpoch();
    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private long last;

    LiveEvent append(String type, Object data) {
        LiveEvent event = new LiveEvent(id(++last), type, data);
        events.addLast(event);
        if (events.size() > CAPACITY) {
            events.removeFirst();
        }
        return event;
    }

    String lastId() {
        return id(last);
    }

    /** {@return what came after that id; empty when it is unknown or too old, so that only a snapshot helps} */
    Optional<List<LiveEvent>> after(String id) {
        long number = numberOf(id);
        long oldest = last - events.size();
        if (number < oldest || number > last) {
            return Optional.empty();
        }
        return Optional.of(events.stream().skip(number - oldest).toList());
    }

    private long numberOf(String id) {
        String prefix = epoch + "-";
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return -1;
        }
        return Long.parseLong(id.substring(prefix.length()));
    }

    private String id(long number) {
        return epoch + "-" + number;
    }

    private static String newEpoch() {
        byte[] random = new byte[EPOCH_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
