package dev.dateline.ingest.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source gives it, before it has a revision, a hash and an event time.
 *
 * <p>Immutable.
 *
 * @param position where it stands
 * @param id the id the source gives it; for a file its name without extension
 * @param address what the article's stable id is made from: the identity its feed gives it, else
 *     its canonical URL, else "file:" and the file's name below the ingested folder, with the
 *     record's id or line for a file of many
 * @param url the canonical address readers can open; null when there is none
 * @param source the outlet, by name or host; null when not stated
 * @param title the headline; null when there is none
 * @param text the body: exactly as given in JSON Lines, the extracted and normalised body for other
 *     formats; may be empty
 * @param declaredLanguage BCP 47; null when not declared
 * @param authors by-line names in their order; empty when not stated
 * @param section the outlet's section; null when not stated
 * @param published when the source says it was published; null when it does not say
 * @param modified when the source says it was last changed; null when it does not say
 * @param warnings what had to be mended, for people; empty when nothing was
 */
public record ArticleDraft(
    SourcePosition position,
    String id,
    String address,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    String text,
    @Nullable String declaredLanguage,
    List<String> authors,
    @Nullable String section,
    @Nullable StatedTime published,
    @Nullable StatedTime modified,
    List<String> warnings)
    implements SourceItem {

  /** Keeps the lists from changing. */
  public ArticleDraft {
    authors = List.copyOf(authors);
    warnings = List.copyOf(warnings);
  }

  /** Returns the same with remarks on its file put before its own. */
  public ArticleDraft withWarnings(List<String> ofFile) {
    if (ofFile.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(ofFile);
    all.addAll(warnings);
    return new ArticleDraft(
        position,
        id,
        address,
        url,
        source,
        title,
        text,
        declaredLanguage,
        authors,
        section,
        published,
        modified,
        all);
  }

  /** Starts a draft of the entry at that position. */
  public static Builder builder(SourcePosition position, String id, String address) {
    return new Builder(position, id, address);
  }

  /** Collects the parts of a draft. Not thread-safe. */
  public static final class Builder {

    private final SourcePosition position;
    private final String id;
    private final String fileAddress;
    private @Nullable String identity;
    private @Nullable String url;
    private @Nullable String source;
    private @Nullable String title;
    private String text = "";
    private @Nullable String declaredLanguage;
    private List<String> authors = List.of();
    private @Nullable String section;
    private @Nullable StatedTime published;
    private @Nullable StatedTime modified;
    private final List<String> warnings = new ArrayList<>();

    private Builder(SourcePosition position, String id, String fileAddress) {
      this.position = position;
      this.id = id;
      this.fileAddress = fileAddress;
    }

    /** Sets the address readers can open; one that is not an http(s) address becomes a warning. */
    public Builder url(@Nullable String given) {
      if (given != null && !given.isBlank()) {
        url = WebAddress.canonical(given).orElse(null);
        if (url == null) {
          warn("the address \"" + OneLine.of(given) + "\" is not an http or https URL: left out");
        }
      }
      return this;
    }

    /**
     * Sets what the article's stable id is made from where neither its URL nor its file serves: a
     * feed's word for an item that keeps it when its URL changes.
     */
    public Builder identity(@Nullable String given) {
      identity = given;
      return this;
    }

    /** Sets the outlet. */
    public Builder source(@Nullable String given) {
      source = OneLine.orNull(given);
      return this;
    }

    /** Sets the headline. */
    public Builder title(@Nullable String given) {
      title = OneLine.orNull(given);
      return this;
    }

    /** Sets the body. */
    public Builder text(String given) {
      text = given;
      return this;
    }

    /** Sets the declared language. */
    public Builder declaredLanguage(@Nullable String given) {
      declaredLanguage = OneLine.orNull(given);
      return this;
    }

    /** Sets the by-line names. */
    public Builder authors(List<String> given) {
      authors = given.stream().map(OneLine::of).filter(name -> !name.isEmpty()).toList();
      return this;
    }

    /** Sets the section. */
    public Builder section(@Nullable String given) {
      section = OneLine.orNull(given);
      return this;
    }

    /** Sets when it was published. */
    public Builder published(@Nullable StatedTime given) {
      published = given;
      return this;
    }

    /** Sets when it was last changed. */
    public Builder modified(@Nullable StatedTime given) {
      modified = given;
      return this;
    }

    /** Adds a remark on what had to be mended. */
    public Builder warn(String warning) {
      warnings.add(warning);
      return this;
    }

    /** Adds remarks on what had to be mended. */
    public Builder warnAll(List<String> all) {
      warnings.addAll(all);
      return this;
    }

    /** Returns the draft; the source is the URL's host where none was stated. */
    public ArticleDraft build() {
      String known = identity == null ? url : identity;
      String outlet = source == null && url != null ? WebAddress.host(url) : source;
      return new ArticleDraft(
          position,
          id,
          known == null ? fileAddress : known,
          url,
          outlet,
          title,
          text,
          declaredLanguage,
          authors,
          section,
          published,
          modified,
          warnings);
    }
  }
}
