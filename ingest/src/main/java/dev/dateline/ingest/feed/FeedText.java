package dev.dateline.ingest.feed;

import dev.dateline.ingest.page.BlockText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Brings a feed's titles and texts, escaped in whatever way, to plain text. Thread-safe. */
final class FeedText {

  private static final Pattern TAG =
      Pattern.compile(
          "</?(a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul)\\b[^<>]*>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCK =
      Pattern.compile("</?(p|br|div)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_TEXT = Pattern.compile("image/|audio/|video/|font/");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{2,7}|#x[0-9a-fA-F]{2,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");

  private FeedText() {}

  /** Returns a title, which may hold HTML, as one line of plain text. */
  static String line(FeedElement element) {
    if (isAtomText(element)) {
      return element.text();
    }
    String type = element.attribute("type").toLowerCase(Locale.ROOT);
    String markup = decodedMarkup(element, type);
    boolean html = type.contains("html") && markup.indexOf('<') >= 0;
    return html || looksLikeHtml(markup) ? Jsoup.parseBodyFragment(markup).text() : markup;
  }

  /** Returns a title that is a string of its own as one line of plain text. */
  static String line(String title) {
    return looksLikeHtml(title) ? Jsoup.parseBodyFragment(title).text() : title;
  }

  /** Returns the paragraphs of a text. */
  static String paragraphs(FeedElement element) {
    String type = element.attribute("type").toLowerCase(Locale.ROOT);
    if (isAtomText(element) && !saysBase64(element)) {
      return BlockText.ofPlain(element.text());
    }
    if (NO_TEXT.matcher(type).lookingAt()) {
      return "";
    }
    String markup = decodedMarkup(element, type);
    String text = BlockText.ofHtml(markup);
    // Escaped once more than the format wants: what would be shown is markup.
    boolean shown = text.indexOf('<') >= 0 && BLOCK.matcher(text).find();
    return shown && !TAG.matcher(markup).find() ? BlockText.ofHtml(text) : text;
  }

  private static String decodedMarkup(FeedElement element, String type) {
    String markup = element.markup();
    boolean base64 =
        saysBase64(element) || (element.element().childrenSize() == 0 && isBase64(type, markup));
    return base64 ? decoded(markup) : markup;
  }

  /** Atom 0.3 names the encoding in an attribute of its own. */
  private static boolean saysBase64(FeedElement element) {
    return element.attribute("mode").equalsIgnoreCase("base64");
  }

  private static boolean isAtomText(FeedElement element) {
    String type = element.attribute("type").toLowerCase(Locale.ROOT);
    return type.equals("text") || type.equals("text/plain");
  }

  private static boolean looksLikeHtml(String text) {
    return (text.indexOf('<') >= 0 && TAG.matcher(text).find())
        || (text.indexOf('&') >= 0 && ENTITY.matcher(text).find());
  }

  /** Atom carries other media types in base 64. */
  private static boolean isBase64(String type, String text) {
    return type.contains("/")
        && !type.endsWith("xml")
        && !type.equals("text/html")
        && !type.equals("text/plain")
        && text.matches("[A-Za-z0-9+/=\\s]{8,}");
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return base64; // it only says so
    }
  }
}
