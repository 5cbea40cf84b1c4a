package dev.dateline.sink.watch;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Places in a circle on the earth.
 *
 * <p>A small circle also asks for one of the cells of a degree by a degree that it touches: those
 * are terms, by which the monitor finds the few queries that a document can match at all.
 */
final class Circle {

  /** Half the way round the earth. */
  static final int MOST_KILOMETRES = 20_038;

  private static final String POINT = "point";
  private static final String CELL = "cell";
  private static final double METRES = 1_000;
  private static final int MOST_CELLS = 200;

  private Circle() {}

  /** Adds a place to a document. */
  static void add(Document document, double latitude, double longitude) {
    document.add(new LatLonPoint(POINT, latitude, longitude));
    document.add(
        new StringField(
            CELL, cell((int) Math.floor(latitude), (int) Math.floor(longitude)), Field.Store.NO));
  }

  static Query query(double latitude, double longitude, double kilometres) {
    Query distance = LatLonPoint.newDistanceQuery(POINT, latitude, longitude, kilometres * METRES);
    List<String> cells = cells(latitude, longitude, kilometres);
    if (cells.isEmpty()) {
      return distance;
    }
    BooleanQuery.Builder anyCell = new BooleanQuery.Builder();
    cells.forEach(cell -> anyCell.add(new TermQuery(new Term(CELL, cell)), Occur.SHOULD));
    return new BooleanQuery.Builder()
        .add(anyCell.build(), Occur.MUST)
        .add(distance, Occur.MUST)
        .build();
  }

  /** Returns the cells that the circle's bounding box touches; empty where they are too many. */
  private static List<String> cells(double latitude, double longitude, double kilometres) {
    Rectangle box = Rectangle.fromPointDistance(latitude, longitude, kilometres * METRES);
    int south = (int) Math.floor(box.minLat);
    int north = (int) Math.floor(box.maxLat);
    int west = (int) Math.floor(box.minLon);
    int east = (int) Math.floor(box.maxLon) + (box.crossesDateline() ? 360 : 0);
    if ((long) (north - south + 1) * (east - west + 1) > MOST_CELLS) {
      return List.of();
    }
    List<String> cells = new ArrayList<>();
    for (int row = south; row <= north; row++) {
      for (int column = west; column <= east; column++) {
        cells.add(cell(row, Math.floorMod(column + 180, 360) - 180));
        if (column == 180) {
          // A place on the antimeridian may be written as 180 east.
          cells.add(cell(row, 180));
        }
      }
    }
    return List.copyOf(cells);
  }

  private static String cell(int south, int west) {
    return south + "/" + west;
  }
}
