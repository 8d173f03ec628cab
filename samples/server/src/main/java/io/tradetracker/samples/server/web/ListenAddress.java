package io.tradetracker.samples.server.web;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.samples.server.ServerError;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** Where a server listens, and the names under which it answers. Immutable. */
final class ListenAddress {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String host;
    private final InetAddress address;

    private ListenAddress(String host, InetAddress address) {
        this.host = host;
        this.address = address;
    }

    /**
     * {@return the address of that name}
     *
     * @throws TradeTrackerException HOST_UNUSABLE when there is none, or when it belongs to another machine
     */
    static ListenAddress of(String host) {
        ListenAddress found = new ListenAddress(host, resolve(host));
        if (!found.isHere()) {
            throw unusable(host, "is not an address of this machine");
        }
        return found;
    }

    /** {@return whether other machines can reach it} */
    boolean isOpenToOthers() {
        return !address.isLoopbackAddress();
    }

    /**
     * {@return whether a request may call the server so}
     *
     * <p>A name that an attacker points at this address would make the server part of the attacker's site. A plain
     * address cannot be pointed elsewhere.
     *
     * @param name from the Host header, without the port
     */
    boolean answersTo(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return LOCAL.contains(asked)
                || asked.equals(host.toLowerCase(Locale.ROOT))
                || (isOpenToOthers() && (isPlainAddress(asked) || asked.equals(ownName())));
    }

    /** {@return how it is written in an address for browsers on this machine} */
    String inUrl() {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    @Override
    public String toString() {
        return host;
    }

    private boolean isHere() {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static InetAddress resolve(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw unusable(host, "is no name that this machine can resolve");
        }
    }

    private static boolean isPlainAddress(String name) {
        return name.startsWith("[") || name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private static TradeTrackerException unusable(String host, String why) {
        return new TradeTrackerException(
                ServerError.HOST_UNUSABLE,
                "--host " + host + " " + why
                        + ": leave it out for this machine only, or use 0.0.0.0 for every address");
    }
}
