package io.tradetracker.broker.capital.simulator;

import io.javalin.config.RoutesConfig;

/** Moves a stand-alone venue from outside. */
record Admin(String token) {
    void register(RoutesConfig routes) {}
}
