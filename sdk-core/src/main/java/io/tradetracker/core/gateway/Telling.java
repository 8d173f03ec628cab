package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to be told, in order, until the gateway's own thread tells it: no listener is called under a lock. */
final class Telling {
    private final GatewayListener listener;
    private final Queue<Consumer<GatewayListener>> queue = new ConcurrentLinkedQueue<>();
    private @Nullable AccountSnapshot lastBalance;

    Telling(GatewayListener listener) {
        this.listener = listener;
    }

    void state(GatewayState state, String reason) {
        queue.add(each -> each.onState(state, reason));
    }

    void fact(long sequence, GatewayFact fact) {
        queue.add(each -> each.onFact(sequence, fact));
    }

    void balance(AccountSnapshot balances) {
        if (!balances.equals(lastBalance)) {
            lastBalance = balances;
            queue.add(each -> each.onBalance(balances));
        }
    }

    void failed(RuntimeException failure) {
        queue.add(each -> each.onFailed(failure));
    }

    void deliver() {
        for (Consumer<GatewayListener> next = queue.poll(); next != null; next = queue.poll()) {
            try {
                next.accept(listener);
            } catch (RuntimeException broken) {
                tryTo(broken);
            }
        }
    }

    private void tryTo(RuntimeException broken) {
        try {
            listener.onFailed(broken);
        } catch (RuntimeException ignored) {
            // there is nobody left to tell
        }
    }
}
