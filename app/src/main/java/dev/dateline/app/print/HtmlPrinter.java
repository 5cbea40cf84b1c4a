package dev.dateline.app.print;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints one page that holds everything it needs: the articles, each with its claims beside it, and
 * what is known of each stretch of text under the pointer.
 */
public final class HtmlPrinter implements ArticlePrinter {

  private final PrintWriter out;
  private int articles;
  private boolean opened;

  /** Prints to a writer, which stays open. */
  public HtmlPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(EnrichedArticle enriched, String id, @Nullable String file) {
    open();
    articles++;
    String title = ClaimWords.headline(enriched.getArticle(), id);
    out.println("<article lang=\"" + escape(enriched.getLanguage()) + "\">");
    out.println("<h1>" + escape(title) + "</h1>");
    out.println("<p class=\"origin\">" + escape(ClaimWords.origin(enriched)) + "</p>");
    out.println("<div class=\"columns\"><div class=\"text\" dir=\"auto\">");
    Marks marks = new Marks(enriched);
    for (Marks.Paragraph paragraph : marks.paragraphs()) {
      out.print("<p>");
      for (Marks.Piece piece : marks.pieces(paragraph)) {
        piece(marks, piece);
      }
      out.println("</p>");
    }
    out.println("</div><ol class=\"claims\">");
    int number = 0;
    for (Claim claim : enriched.getClaims()) {
      claim(++number, claim);
    }
    out.println("</ol></div></article>");
    out.flush();
  }

  @Override
  public void reject(@Nullable String id, String code, String message) {
    open();
    out.println("<p class=\"rejected\">" + escape(message) + "</p>");
  }

  @Override
  public void close() {
    open();
    out.println("<script>" + resource("annotated.js") + "</script></body></html>");
    out.flush();
  }

  private void open() {
    if (opened) {
      return;
    }
    opened = true;
    out.println("<!doctype html>");
    out.println("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.println("<title>Annotated articles</title>");
    out.println("<style>" + resource("annotated.css") + "</style></head><body>");
    out.print("<p class=\"legend\">");
    for (Layer layer : Layer.values()) {
      out.print("<span class=\"" + style(layer) + "\">" + layer.label() + "</span> ");
    }
    out.println("</p>");
  }

  private void piece(Marks marks, Marks.Piece piece) {
    if (piece.marks().isEmpty()) {
      out.print(escape(marks.text(piece)));
      return;
    }
    Set<String> styles = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    for (Marks.Mark mark : piece.marks()) {
      styles.add(style(mark.layer()));
      if (mark.claim() > 0) {
        styles.add(claimStyle(mark.claim()));
      }
      notes.add(mark.note());
    }
    out.print(
        "<span tabindex=\"0\" class=\""
            + String.join(" ", styles)
            + "\" data-note=\""
            + escape(String.join("\n", notes))
            + "\">"
            + escape(marks.text(piece))
            + "</span>");
  }

  private void claim(int number, Claim claim) {
    out.println(
        "<li class=\""
            + claimStyle(number)
            + "\"><p class=\"who\">"
            + escape(ClaimWords.who(claim)));
    out.println("<p class=\"what\">" + escape(ClaimWords.content(claim)));
    out.println("<p class=\"about\">" + escape(ClaimWords.details(claim)) + "</li>");
  }

  private String claimStyle(int number) {
    return "c" + articles + "-" + number;
  }

  private static String style(Layer layer) {
    return layer.name().toLowerCase(Locale.ROOT);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPrinter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("reading " + name + ": not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
