package io.github.hldls.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, and nothing that no XML may hold. */
final class XmlText {
  private final Writer out;
  private final XMLStreamWriter xml;

  XmlText(Writer out) throws IOException {
    this.out = out;
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * Begins an element on a line of its own.
   *
   * @param attributes names and values in turn
   */
  XmlText begin(String name, String... attributes) throws IOException {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  XmlText text(String text) throws IOException {
    try {
      String[] lines = text.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        xml.writeCharacters((i == 0 ? "" : "\n") + clean(lines[i]));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  XmlText end() throws IOException {
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** XML has no way to write most control characters and halves of characters. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    Terminal.safe(text)
        .codePoints()
        .map(c -> (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
