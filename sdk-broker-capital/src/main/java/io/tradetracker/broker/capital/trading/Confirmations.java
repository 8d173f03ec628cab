package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.Confirmation.Verdict;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.broker.capital.rest.DealConfirmation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the service's confirmations prove. */
final class Confirmations {
    private static final Set<String> CLOSED = Set.of("CLOSED", "DELETED", "FULLY_CLOSED");
    private static final Set<String> TAKEN_BACK = Set.of("DELETED");

    private Confirmations() {}

    /**
     * {@return what it proves; empty when it may be about another request of the same name}
     *
     * @param request what was asked for
     */
    static Optional<Confirmation> of(BrokerReference reference, RequestName request, DealConfirmation said) {
        boolean done = said.dealStatus().equals("ACCEPTED");
        if (!done && !said.dealStatus().equals("REJECTED")) {
            return Optional.empty();
        }
        if (!request.isUnique() && !(done && fits(request, said))) {
            return Optional.empty();
        }
        return Optional.of(
                done
                        ? new Confirmation(
                                reference,
                                Verdict.DONE,
                                "",
                                order(request, said),
                                positions(request, said),
                                said.level())
                        : new Confirmation(reference, Verdict.REFUSED, reason(said), null, List.of(), null));
    }

    /** Only what can be done once is proven by its name: of several changes nobody knows which one is meant. */
    private static boolean fits(RequestName request, DealConfirmation said) {
        Set<String> gone = switch (request.asked()) {
            case CLOSE -> CLOSED;
            case CANCEL -> TAKEN_BACK;
            case OPEN, PLACE, AMEND, PROTECT -> Set.of();
        };
        return said.affectedDeals().isEmpty()
                ? said.status() != null && gone.contains(said.status())
                : said.affectedDeals().stream()
                        .anyMatch(deal -> deal.dealId().equals(request.dealId()) && gone.contains(deal.status()));
    }

    private static @Nullable BrokerOrderId order(RequestName request, DealConfirmation said) {
        String id = switch (request.asked()) {
            case OPEN -> said.dealId();
            case PLACE ->
                said.affectedDeals().isEmpty()
                        ? said.dealId()
                        : said.affectedDeals().getFirst().dealId();
            case AMEND, CANCEL -> request.dealId();
            case PROTECT, CLOSE -> null;
        };
        return id == null || id.isBlank() ? null : BrokerOrderId.of(id);
    }

    private static List<BrokerPositionId> positions(RequestName request, DealConfirmation said) {
        return switch (request.asked()) {
            case OPEN ->
                said.affectedDeals().stream()
                        .map(deal -> BrokerPositionId.of(deal.dealId()))
                        .toList();
            case PROTECT, CLOSE -> List.of(BrokerPositionId.of(request.dealId()));
            case PLACE, AMEND, CANCEL -> List.of();
        };
    }

    private static String reason(DealConfirmation said) {
        if (said.rejectReason() != null) {
            return said.rejectReason();
        }
        return said.reason() == null ? "REJECTED" : said.reason();
    }
}
