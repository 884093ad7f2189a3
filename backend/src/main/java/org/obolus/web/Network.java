package org.obolus.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses that begin with the same bits. */
record Network(byte[] prefix, int bits) {

    /** Reads the notation with a slash, {@code 10.0.0.0/8}. */
    static Network of(String written) {
        var slash = written.indexOf('/');
        try {
            var prefix = InetAddress.getByName(written.substring(0, slash)).getAddress();
            return new Network(prefix, Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(written, impossible);
        }
    }

    boolean contains(byte[] address) {
        for (var bit = 0; bit < bits; bit++) {
            if (((address[bit / 8] ^ prefix[bit / 8]) & 0x80 >> bit % 8) != 0) {
                return false;
            }
        }
        return true;
    }
}
