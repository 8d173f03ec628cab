package io.tradetracker.broker.capital.rest;

import java.util.List;

/**
 * A node of the tree of instruments.
 *
 * @param nodes below it
 * @param markets at it
 */
public record Navigation(List<Node> nodes, List<MarketSummary> markets) {
    /** What is missing is empty. */
    public Navigation {
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
        markets = markets == null ? List.of() : List.copyOf(markets);
    }

    /**
     * A name in the tree.
     *
     * @param id to ask with
     * @param name for people
     */
    public record Node(String id, String name) {}
}
