package app.marquee.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error answer: RFC 9457 {@code application/problem+json}.
 *
 * <p>Shape: {@code {type, title, status, detail, instance, request_id, errors?: [{…}], …}}; further
 * members as the code documents. Texts of a request appear only inside JSON strings.
 */
public final class Problem {
  public static final String MEDIA_TYPE = "application/problem+json";
  static final String TYPES = "/errors.md#";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProblemCode code;
  private final String detail;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Problem(ProblemCode code, String detail) {
    this.code = code;
    this.detail = detail;
  }

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail);
  }

  /** Several things wrong at once, each an object of its own. */
  public static Problem of(ProblemCode code, String detail, List<? extends Map<String, ?>> errors) {
    return new Problem(code, detail).with("errors", errors);
  }

  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public Problem header(String name, Object value) {
    headers.put(name, String.valueOf(value));
    return this;
  }

  ProblemCode code() {
    return code;
  }

  /** The bytes of the answer to a request of this path and id; counts it. */
  byte[] body(String instance, String requestId) {
    ProblemMeters.of(code).increment();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPES + code.slug());
    body.put("title", code.title());
    body.put("status", code.status());
    body.put("detail", detail);
    body.put("instance", instance);
    body.put("request_id", requestId);
    body.putAll(members);
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Answers a request that no resource gets to see, and so no mapper either. */
  public void answer(RoutingContext request) {
    HttpServerResponse response = request.response().setStatusCode(code.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.putHeader(RequestId.HEADER, RequestId.of(request));
    headers.forEach(response::putHeader);
    response.end(Buffer.buffer(body(request.normalizedPath(), RequestId.of(request))));
  }

  /** For resources whose path has no other way to answer; mapped to the same bytes. */
  public WebApplicationException asException() {
    return new ProblemException(this);
  }

  /** Carries a problem through JAX-RS. */
  static final class ProblemException extends WebApplicationException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    ProblemException(Problem problem) {
      super(problem.detail, Response.status(problem.code.status()).build());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
