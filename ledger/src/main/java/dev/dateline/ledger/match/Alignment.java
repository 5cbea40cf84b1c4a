package dev.dateline.ledger.match;

import java.util.List;

/** For each content word of one proposition the word of another that comes nearest. */
final class Alignment {
  private static final double CONTEXT_FACTOR = 0.8;

  /** Likeness of the best partner of each of the first's terms. */
  final double[] likeness;

  /** Index of that partner among the second's terms; -1 for none, or one from its context. */
  final int[] partner;

  final List<Term> terms;

  private Alignment(List<Term> terms, double[] likeness, int[] partner) {
    this.terms = terms;
    this.likeness = likeness;
    this.partner = partner;
  }

  /**
   * Both ways to align two propositions.
   *
   * @param forth for each word of the first the nearest of the second
   * @param back for each word of the second the nearest of the first
   */
  record Both(Alignment forth, Alignment back) {
    /**
     * Share of the weight of the claim with less to say that has its like in the other, names of
     * the subject's place left out: what all claims of a subject have in common is no sign that two
     * of them are about one matter.
     */
    double grounds(Proposition first, Proposition second) {
      return Math.max(forth.coverageBesides(first), back.coverageBesides(second));
    }
  }

  static Both of(Proposition first, Proposition second, Likeness measure) {
    int rows = first.terms.size();
    int columns = second.terms.size();
    double[][] likeness = new double[rows][columns];
    double[][] turned = new double[columns][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        likeness[i][j] = measure.of(first.terms.get(i), second.terms.get(j));
        turned[j][i] = likeness[i][j];
      }
    }
    return new Both(
        of(first.terms, likeness, second.context, measure),
        of(second.terms, turned, first.context, measure));
  }

  private static Alignment of(
      List<Term> terms, double[][] likeness, List<Term> context, Likeness measure) {
    double[] best = new double[terms.size()];
    int[] partner = new int[terms.size()];
    for (int i = 0; i < best.length; i++) {
      partner[i] = -1;
      for (int j = 0; j < likeness[i].length; j++) {
        if (likeness[i][j] > best[i]) {
          best[i] = likeness[i][j];
          partner[i] = j;
        }
      }
      for (int j = 0; j < context.size() && best[i] < CONTEXT_FACTOR; j++) {
        double nearness = CONTEXT_FACTOR * measure.of(terms.get(i), context.get(j));
        if (nearness > best[i]) {
          best[i] = nearness;
          partner[i] = -1;
        }
      }
    }
    return new Alignment(terms, best, partner);
  }

  /** Share of the weight that has a partner. */
  double coverage() {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < likeness.length; i++) {
      sum += likeness[i] * terms.get(i).weight();
      all += terms.get(i).weight();
    }
    return all == 0 ? 0 : sum / all;
  }

  /** The same without the words of the place it is about. */
  double coverageBesides(Proposition own) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < likeness.length; i++) {
      if (!own.isPlace(terms.get(i))) {
        sum += likeness[i] * terms.get(i).weight();
        all += terms.get(i).weight();
      }
    }
    return all == 0 ? 0 : sum / all;
  }

  /** The same over terms of one kind; -1 when there are none. */
  double coverage(Term.Kind kind) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < likeness.length; i++) {
      if (terms.get(i).kind() == kind) {
        sum += likeness[i] * terms.get(i).weight();
        all += terms.get(i).weight();
      }
    }
    return all == 0 ? -1 : sum / all;
  }

  /** Weight without a partner. */
  double left() {
    double sum = 0;
    for (int i = 0; i < likeness.length; i++) {
      sum += (1 - likeness[i]) * terms.get(i).weight();
    }
    return sum;
  }

  /** Weight that has a partner. */
  double matched() {
    double sum = 0;
    for (int i = 0; i < likeness.length; i++) {
      sum += likeness[i] * terms.get(i).weight();
    }
    return sum;
  }

  /** Greatest weight without a partner among terms of a kind. */
  double greatestLeft(Term.Kind kind) {
    double greatest = 0;
    for (int i = 0; i < likeness.length; i++) {
      if (terms.get(i).kind() == kind) {
        greatest = Math.max(greatest, (1 - likeness[i]) * terms.get(i).weight());
      }
    }
    return greatest;
  }
}
