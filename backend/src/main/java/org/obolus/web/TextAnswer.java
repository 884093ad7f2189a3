package org.obolus.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts that a name server knows of a name, and the name behind it where that is only an alias. */
record TextAnswer(List<String> texts, String lastName) {

    /** Longer chains are mistakes or traps; resolvers give up about there too. */
    static final int MOST_ALIASES = 8;

    static TextAnswer of(String name, DnsResponse response) {
        var last = name;
        for (var left = MOST_ALIASES; left > 0; left--) {
            var next = alias(last, response);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
        }
        return new TextAnswer(
                records(last, DnsRecordType.TXT, response).map(TextAnswer::text).toList(), last);
    }

    /** The server knew that the name stands for another one, but not what that one says. */
    boolean leadsOnFrom(String name) {
        return texts.isEmpty() && !lastName.equals(name);
    }

    /** As names are compared: without the dot at the end, whatever the case. */
    static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Optional<String> alias(String name, DnsResponse response) {
        return records(name, DnsRecordType.CNAME, response)
                .map(target -> plain(DefaultDnsRecordDecoder.decodeName(target)))
                .findFirst();
    }

    private static Stream<ByteBuf> records(String name, DnsRecordType type, DnsResponse response) {
        return IntStream.range(0, response.count(DnsSection.ANSWER))
                .mapToObj(i -> response.<DnsRecord>recordAt(DnsSection.ANSWER, i))
                .filter(found ->
                        found.type().equals(type) && plain(found.name()).equals(name))
                .filter(ByteBufHolder.class::isInstance)
                .map(found -> ((ByteBufHolder) found).content().duplicate());
    }

    /** A record is one or more strings of 255 bytes at most; people cut texts anywhere, so nothing goes between them. */
    private static String text(ByteBuf strings) {
        var text = new StringBuilder();
        while (strings.isReadable()) {
            var length = Math.min(strings.readUnsignedByte(), strings.readableBytes());
            text.append(strings.readCharSequence(length, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
