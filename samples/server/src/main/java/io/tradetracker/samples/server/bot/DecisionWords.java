package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.samples.server.board.DecisionLine;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says decisions in words. */
final class DecisionWords {
    private final PlainWords plain;

    DecisionWords(Timeframe timeframe) {
        plain = new PlainWords(timeframe);
    }

    DecisionLine of(DecisionRecord decision) {
        Map<String, Double> values = new LinkedHashMap<>(decision.indicators());
        return new DecisionLine(
                decision.time(),
                action(decision.decision()),
                text(decision.decision()),
                decision.decision().reason(),
                plain.of(decision.decision().reason()),
                values);
    }

    DecisionLine of(Rejection rejection) {
        return new DecisionLine(rejection.time(), "REFUSED", "Order refused", rejection.message(), "", Map.of());
    }

    private static String action(Decision decision) {
        if (decision.intents().isEmpty()) {
            return decision.questions().isEmpty() ? "HOLD" : "ASK";
        }
        return switch (decision.intents().get(0)) {
            case Intent.Enter enter -> enter.side().name();
            case Intent.Exit exit -> "EXIT";
            case Intent.Amend amend -> "AMEND";
            case Intent.Cancel cancel -> "CANCEL";
        };
    }

    private static String text(Decision decision) {
        if (decision.isHold()) {
            return "Hold";
        }
        return Stream.concat(
                        decision.intents().stream().map(DecisionWords::text),
                        decision.questions().stream().map(question -> "Ask " + question.service()))
                .collect(Collectors.joining(", "));
    }

    private static String text(Intent intent) {
        return switch (intent) {
            case Intent.Enter enter -> verb(enter) + how(enter.terms());
            case Intent.Exit exit -> what(exit) + how(exit.terms());
            case Intent.Amend amend -> amend.clear() ? "Take stop and target away" : "Move stop or target";
            case Intent.Cancel cancel -> "Take waiting orders back";
        };
    }

    private static String verb(Intent.Enter enter) {
        boolean buy = enter.side() == OrderSide.BUY;
        return switch (enter.mode()) {
            case REVERSE -> buy ? "Go long" : "Go short";
            case REDUCE -> "Make the position smaller";
            case ENTER, NET -> buy ? "Buy" : "Sell";
        };
    }

    private static String what(Intent.Exit exit) {
        return exit.percent() == 100 ? "Close the position" : "Close a part of the position";
    }

    private static String how(OrderTerms terms) {
        if (terms.type().equals(OrderType.MARKET)) {
            return " at market";
        }
        double price = Double.isNaN(terms.stopPrice()) ? terms.limitPrice() : terms.stopPrice();
        return " at " + terms.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + price;
    }
}
