package org.obolus.social;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed in Atom (RFC 4287).
 *
 * @param self its own address
 * @param page the page that shows the same
 */
public record AtomFeed(String id, String title, String self, String page, Instant updated, List<Entry> entries) {

    public static final String MEDIA_TYPE = "application/atom+xml;charset=UTF-8";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /**
     * One thing, or one flattr of it.
     *
     * @param name what the thing itself is called
     * @param payment where a reader can flattr it
     */
    public record Entry(
            String id,
            String title,
            String name,
            String link,
            String payment,
            String author,
            String summary,
            Instant updated) {}

    public String xml() {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(NAMESPACE);
            head(out);
            for (var entry : entries) {
                write(out, entry);
            }
            out.writeEndElement();
            out.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter out) throws XMLStreamException {
        element(out, "id", id);
        element(out, "title", title);
        element(out, "updated", updated.toString());
        link(out, "self", self, "application/atom+xml");
        link(out, "alternate", page, "text/html");
    }

    private static void write(XMLStreamWriter out, Entry entry) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", entry.id());
        element(out, "title", entry.title());
        element(out, "updated", entry.updated().toString());
        out.writeStartElement("author");
        element(out, "name", entry.author());
        out.writeEndElement();
        link(out, "alternate", entry.link(), "text/html");
        link(out, "payment", entry.payment(), "text/html");
        if (!entry.summary().isEmpty()) {
            element(out, "summary", entry.summary());
        }
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(readable(text));
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String address, String type)
            throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("href", readable(address));
    }

    /** XML knows no sign for these, not even escaped. */
    private static String readable(String text) {
        return text.codePoints()
                .filter(sign -> sign >= 0x20 && sign != 0xfffe && sign != 0xffff || sign == '\n' || sign == '\t')
                .filter(sign -> sign < 0xd800 || sign > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
