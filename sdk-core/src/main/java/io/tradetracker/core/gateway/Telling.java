package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to be told, in order, until the gateway's own thread tells it: no listener is called under a lock. */
final class Telling {
    private final GatewayListener listener;
    private final RecentFacts recent = new RecentFacts();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<GatewayListener>> queue = new ConcurrentLinkedQueue<>();
    private @Nullable AccountSnapshot lastBalance;

    Telling(GatewayListener listener) {
        this.listener = listener;
    }

    void state(GatewayState state, String reason) {
        queue.add(each -> each.onState(state, reason));
    }

    void fact(long sequence, GatewayFact fact) {
        recent.add(sequence, fact);
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

    RecentFacts recent() {
        return recent;
    }

    /** Lets somebody be woken after something was told; {@return what ends that} */
    Runnable follow(Runnable wake) {
        followers.add(wake);
        return () -> followers.remove(wake);
    }

    void deliver() {
        boolean news = !queue.isEmpty();
        for (Consumer<GatewayListener> next = queue.poll(); next != null; next = queue.poll()) {
            try {
                next.accept(listener);
            } catch (RuntimeException broken) {
                tryTo(broken);
            }
        }
        if (news) {
            followers.forEach(this::wake);
        }
    }

    private void wake(Runnable follower) {
        try {
            follower.run();
        } catch (RuntimeException broken) {
            tryTo(broken);
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
