package app.marquee.http;

import app.marquee.views.Catalog;
import app.marquee.views.SortOrder;
import app.marquee.views.View;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Documents the parameters of views from their declarations, so that nobody writes them down twice.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ViewParameters implements OASFilter {
  /** The extension by which an operation names its view, or those it chooses among: a,b,…. */
  public static final String VIEW = "x-view";

  /** The same for an operation that answers with a view's document but has its own parameters. */
  public static final String DOCUMENT = "x-document";

  /** The extension by which an operation takes parameters of {@code openapi.yaml}: a,b,…. */
  public static final String NAMED = "x-parameters";

  /** In place of a view's name: every stored view. */
  public static final String ANY = "*";

  @Override
  public Operation filterOperation(Operation operation) {
    Object name = operation.getExtensions() == null ? null : operation.getExtensions().get(VIEW);
    if (name != null) {
      Catalog catalog = CDI.current().select(Catalog.class).get();
      catalog
          .findView(name.toString().split(",")[0])
          .ifPresent(view -> parameters(view).forEach(operation::addParameter));
    }
    return operation;
  }

  /** In full: a reference would not tell readers of the operation where its parameter stands. */
  static void addNamed(Components components, Operation operation) {
    Object names = operation.getExtensions() == null ? null : operation.getExtensions().get(NAMED);
    if (names != null) {
      for (String name : names.toString().split(",")) {
        operation.addParameter(components.getParameters().get(name));
      }
    }
  }

  private static List<Parameter> parameters(View view) {
    List<Parameter> parameters = new ArrayList<>();
    if (!view.periods().isEmpty()) {
      parameters.add(query("period", oneOf(view.periods(), view.defaultPeriod())));
    }
    if (!view.filters().isEmpty()) {
      parameters.add(query("filter", oneOf(view.filters(), view.defaultFilter())));
    }
    if (view.isList()) {
      List<String> orders = view.orders().stream().map(SortOrder::field).toList();
      parameters.add(query("sort_by", oneOf(orders, orders.get(0))));
    }
    if (!view.arrays().isEmpty()) {
      parameters.add(
          query(
              "limit",
              integer(1, view.defaultLimit()).maximum(BigDecimal.valueOf(view.maxLimit()))));
      parameters.add(query("offset", integer(0, 0)));
    }
    return parameters;
  }

  private static Parameter query(String name, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.QUERY)
        .required(false)
        .schema(schema);
  }

  private static Schema oneOf(List<String> values, String byDefault) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .enumeration(new ArrayList<>(values))
        .defaultValue(byDefault);
  }

  private static Schema integer(int least, int byDefault) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.INTEGER)
        .minimum(BigDecimal.valueOf(least))
        .defaultValue(byDefault);
  }
}
