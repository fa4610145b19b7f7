package app.marquee.http;

import app.marquee.db.Sha256;
import app.marquee.views.Answer;
import app.marquee.views.Catalog;
import app.marquee.views.Key;
import app.marquee.views.Slice;
import app.marquee.views.View;
import app.marquee.views.ViewServer;
import app.marquee.views.ViewTraffic;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers requests for views: parameters checked, slice cut, every header of the contract set. */
@ApplicationScoped
public class ViewAnswers {
  private static final String CSV = "text/csv; charset=utf-8; header=present";

  private final Catalog catalog;
  private final ViewServer server;
  private final ViewTraffic traffic;
  private final FrontRoute front;

  ViewAnswers(Catalog catalog, ViewServer server, ViewTraffic traffic, FrontRoute front) {
    this.catalog = catalog;
    this.server = server;
    this.traffic = traffic;
    this.front = front;
  }

  /** The page of a view that the request's parameters ask for. */
  public Uni<Response> page(View view, Slice.Format format, RoutingContext request) {
    return page(ViewQuery.parse(view, request.queryParams()), format, request);
  }

  /** The page of whichever view the request chooses. */
  public Uni<Response> page(ViewChoice choice, Slice.Format format, RoutingContext request) {
    return page(ViewQuery.parse(choice, request.queryParams()), format, request);
  }

  /** The document of a view per entity, for this one. */
  public Uni<Response> page(View view, long id, RoutingContext request) {
    return page(ViewQuery.parse(view, id, request.queryParams()), Slice.Format.JSON, request);
  }

  private Uni<Response> page(ViewQuery query, Slice.Format format, RoutingContext request) {
    if (query instanceof ViewQuery.Invalid invalid) {
      Problem problem =
          Problem.of(
              ProblemCode.PARAMETER_INVALID, "see errors for each of them", invalid.errors());
      return Uni.createFrom().item(ProblemMapper.response(problem, request));
    }
    ViewQuery.Valid valid = (ViewQuery.Valid) query;
    Slice slice =
        new Slice(valid.order(), valid.limit(), valid.offset(), format, encoding(request));
    return answer(valid.key(), slice, arguments(valid), request);
  }

  /**
   * A page whose parameters the caller has read; {@code arguments} are those besides limit and
   * offset, as a query.
   */
  public Uni<Response> page(
      Key key,
      int limit,
      int offset,
      Slice.Format format,
      String arguments,
      RoutingContext request) {
    String order = catalog.view(key).orders().get(0).field();
    Slice slice = new Slice(order, limit, offset, format, encoding(request));
    return answer(key, slice, arguments, request);
  }

  /** As {@link #page}, of the rows a caller wants alone; their rank stays what it is. */
  public Uni<Response> rows(
      Key key,
      int limit,
      int offset,
      Slice.Format format,
      String arguments,
      Predicate<JsonNode> wanted,
      RoutingContext request) {
    long started = System.nanoTime();
    String order = catalog.view(key).orders().get(0).field();
    Slice slice = new Slice(order, limit, offset, format, encoding(request));
    return server
        .read(key)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            answer ->
                answer instanceof Answer.Served served
                    ? rows(served, slice, arguments, wanted, request, started)
                    : ProblemMapper.response(problem(answer), request));
  }

  private Response rows(
      Answer.Served served,
      Slice slice,
      String arguments,
      Predicate<JsonNode> wanted,
      RoutingContext request,
      long started) {
    count(served);
    Answer.Matching matching = served.bytes().matching(slice, wanted);
    String etag =
        ViewHeaders.etag(served, slice)
            .replaceFirst("\"$", "-" + Sha256.hex(arguments).substring(0, 12) + "\"");
    Map<String, String> headers =
        ViewHeaders.of(served, slice, etag, address(request, arguments), matching.rows());
    if (EntityTags.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      traffic.notModified();
      return response(Response.notModified(), headers, started).build();
    }
    return ok(slice, matching.bytes(), headers, request, started);
  }

  private static String arguments(ViewQuery.Valid valid) {
    return Stream.of(
            valid.choice(),
            named("period", valid.key().period()),
            valid.view().perId() ? "" : named("filter", valid.key().filter()),
            named("sort_by", valid.order()))
        .filter(argument -> !argument.isEmpty())
        .collect(Collectors.joining("&"));
  }

  private static String named(String name, String value) {
    return value == null ? "" : name + "=" + value;
  }

  /** The whole document of a key: every row, in the default order. */
  public Uni<Response> document(View view, Key key, RoutingContext request) {
    return answer(key, WholeView.slice(view, encoding(request)), "", request);
  }

  /**
   * What {@code cut} leaves of a document, under the headers of the whole; {@code variant} tells
   * its etag from the whole's. Not encoded.
   */
  public Uni<Response> part(
      Key key, String variant, UnaryOperator<byte[]> cut, RoutingContext request) {
    long started = System.nanoTime();
    return server
        .read(key)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            answer ->
                answer instanceof Answer.Served served
                    ? part(served, variant, cut, request, started)
                    : ProblemMapper.response(problem(answer), request));
  }

  private Response part(
      Answer.Served served,
      String variant,
      UnaryOperator<byte[]> cut,
      RoutingContext request,
      long started) {
    count(served);
    Slice slice =
        WholeView.rows(new Slice(null, 0, 0, Slice.Format.JSON, Slice.Encoding.IDENTITY), served);
    byte[] body = cut.apply(served.bytes().of(slice));
    String etag = ViewHeaders.etag(served, slice).replaceFirst("\"$", variant + "\"");
    Map<String, String> headers = ViewHeaders.of(served, slice, etag, address(request, ""));
    if (EntityTags.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      traffic.notModified();
      return response(Response.notModified(), headers, started).build();
    }
    return ok(slice, body, headers, request, started);
  }

  private static Slice.Encoding encoding(RoutingContext request) {
    return AcceptEncoding.choose(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
  }

  private Uni<Response> answer(Key key, Slice slice, String arguments, RoutingContext request) {
    long started = System.nanoTime();
    return server
        .read(key)
        .chain(
            answer ->
                answer instanceof Answer.Served served
                    ? served(served, slice, arguments, request, started)
                    : Uni.createFrom().item(ProblemMapper.response(problem(answer), request)));
  }

  private Uni<Response> served(
      Answer.Served served, Slice asked, String arguments, RoutingContext request, long started) {
    count(served);
    Slice slice = asked.limit() == Integer.MAX_VALUE ? WholeView.rows(asked, served) : asked;
    String etag = ViewHeaders.etag(served, slice);
    String address = address(request, arguments);
    Map<String, String> headers = ViewHeaders.of(served, slice, etag, address);
    if (EntityTags.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      traffic.notModified();
      return Uni.createFrom().item(response(Response.notModified(), headers, started).build());
    }
    byte[] atHand = served.bytes().atHand(slice);
    Uni<byte[]> bytes =
        atHand != null
            ? Uni.createFrom().item(atHand)
            : Uni.createFrom()
                .item(() -> served.bytes().of(slice))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return bytes
        .invoke(body -> front.learn(request, address, served, slice, etag, body))
        .map(body -> ok(slice, body, headers, request, started));
  }

  /** Where the rows of a view are found, up to limit and offset. */
  private static String address(RoutingContext request, String arguments) {
    return request.normalizedPath() + '?' + (arguments.isEmpty() ? "" : arguments + '&');
  }

  private static Response.ResponseBuilder response(
      Response.ResponseBuilder response, Map<String, String> headers, long started) {
    headers.forEach(response::header);
    return response.header(
        "Server-Timing",
        String.format(Locale.ROOT, "view;dur=%.2f", (System.nanoTime() - started) / 1e6));
  }

  private static Response ok(
      Slice slice, byte[] body, Map<String, String> headers, RoutingContext request, long started) {
    Response.ResponseBuilder response =
        response(Response.ok(body), headers, started).type(contentType(slice));
    if (slice.encoding() == Slice.Encoding.GZIP) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (request.request().method() == HttpMethod.HEAD) {
      response.header(HttpHeaders.CONTENT_LENGTH, body.length);
    }
    return response.build();
  }

  static String contentType(Slice slice) {
    return slice.format() == Slice.Format.CSV ? CSV : MediaType.APPLICATION_JSON;
  }

  private void count(Answer.Served served) {
    if (served.origin() == Answer.Origin.HIT) {
      traffic.hit();
    } else {
      traffic.miss();
    }
  }

  private Problem problem(Answer answer) {
    traffic.miss();
    return Unserved.problem(answer);
  }
}
