package io.tradetracker.core.engine;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategyView;
import java.time.Instant;

/** Calls what somebody else wrote, and says in words what it threw. Only a broken virtual machine gets through. */
final class AuthorCode {
    private AuthorCode() {}

    static Strategy create(StrategyFactory factory, StrategyContext context) {
        try {
            Strategy made = factory.create(context);
            if (made == null) {
                throw new TradeTrackerException(ApiError.STRATEGY_FAILED, "the strategy's factory returned null");
            }
            return made;
        } catch (TradeTrackerException known) {
            throw known;
        } catch (Throwable thrown) {
            requireOrdinary(thrown);
            throw new TradeTrackerException(
                    ApiError.STRATEGY_FAILED, "the strategy could not be created: " + describe(thrown), thrown);
        }
    }

    /**
     * {@return whether it may answer a fill; one that inherits {@link Strategy#onFill} holds, and need not be asked}
     */
    static boolean overridesOnFill(Strategy strategy) {
        try {
            return strategy.getClass()
                            .getMethod("onFill", FillView.class, StrategyView.class)
                            .getDeclaringClass()
                    != Strategy.class;
        } catch (NoSuchMethodException | SecurityException unknown) {
            return true;
        }
    }

    static TradeTrackerException failed(Strategy strategy, String where, Instant time, Throwable thrown) {
        requireOrdinary(thrown);
        return new TradeTrackerException(
                ApiError.STRATEGY_FAILED,
                "strategy " + nameOf(strategy) + " threw " + describe(thrown) + " in " + where + " at " + time,
                thrown);
    }

    static TradeTrackerException returnedNull(Strategy strategy, Instant time) {
        return new TradeTrackerException(
                ApiError.BAD_DECISION,
                "strategy " + nameOf(strategy) + " returned null at " + time + "; return Decision.hold()");
    }

    static TradeTrackerException answersWithoutEnd(Strategy strategy, Instant time) {
        return new TradeTrackerException(
                ApiError.STRATEGY_FAILED,
                "strategy " + nameOf(strategy) + " answers each refusal with an order that is refused at " + time);
    }

    static String nameOf(Strategy strategy) {
        String name = strategy.getClass().getSimpleName();
        return name.isEmpty() ? strategy.getClass().getName() : name;
    }

    /** Running out of memory is no fault of a strategy, and nothing can be promised after it. */
    private static void requireOrdinary(Throwable thrown) {
        if (thrown instanceof VirtualMachineError broken && !(thrown instanceof StackOverflowError)) {
            throw broken;
        }
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getSimpleName() + message + (stack.length == 0 ? "" : " (" + stack[0] + ")");
    }
}
