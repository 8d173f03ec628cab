package io.tradetracker.broker.capital.connection;

import io.tradetracker.api.broker.SendPermit;
import java.io.IOException;

/** Whether a request has left. Used by one thread. */
final class Departure {
    private final SendPermit permit;
    private boolean left;
    private boolean denied;

    Departure(SendPermit permit) {
        this.permit = permit;
    }

    /** The next byte would be written. */
    void leave() throws IOException {
        if (!permit.isGiven()) {
            denied = true;
            throw new IOException("the permit had ended");
        }
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    boolean wasDenied() {
        return denied;
    }
}
