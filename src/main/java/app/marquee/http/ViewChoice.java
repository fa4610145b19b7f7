package app.marquee.http;

import app.marquee.views.View;
import java.util.Map;

/**
 * Views that share an address; a query parameter tells them apart.
 *
 * @param parameter its name
 * @param views the view of each allowed value, in the order they are documented
 * @param byDefault the value of a request that names none; null: it must
 */
public record ViewChoice(String parameter, Map<String, View> views, String byDefault) {

  /** Any of them: they differ in nothing that other parameters rest on. */
  View example() {
    return views.values().iterator().next();
  }
}
