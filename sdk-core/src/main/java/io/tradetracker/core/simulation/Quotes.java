package io.tradetracker.core.simulation;

import io.tradetracker.api.order.OrderSide;

/** What one side trades at in the candle at hand: bid and ask, each with open, high, low and close. */
final class Quotes {
    double bidOpen;
    double bidHigh;
    double bidLow;
    double bidClose;
    double askOpen;
    double askHigh;
    double askLow;
    double askClose;

    void open(double bid, double ask) {
        bidOpen = bid;
        askOpen = ask;
    }

    void bid(double high, double low, double close) {
        bidHigh = high;
        bidLow = low;
        bidClose = close;
    }

    void ask(double high, double low, double close) {
        askHigh = high;
        askLow = low;
        askClose = close;
    }

    double open(OrderSide side) {
        return side == OrderSide.BUY ? askOpen : bidOpen;
    }

    double high(OrderSide side) {
        return side == OrderSide.BUY ? askHigh : bidHigh;
    }

    double low(OrderSide side) {
        return side == OrderSide.BUY ? askLow : bidLow;
    }

    double close(OrderSide side) {
        return side == OrderSide.BUY ? askClose : bidClose;
    }
}
