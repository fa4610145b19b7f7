package app.marquee.http;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Where a token opens an operation, the session of a member of that role does as well. */
public final class DocumentedSessions {
  /** The extension of an operation for which a token is not enough. */
  public static final String ONLY = "x-session-only";

  private static final String TOKEN = "token";
  private static final String SESSION = "session";

  private DocumentedSessions() {}

  static void document(Operation operation) {
    List<SecurityRequirement> security = operation.getSecurity();
    if (security == null || security.isEmpty()) {
      return;
    }
    SecurityRequirement session =
        OASFactory.createSecurityRequirement().addScheme(SESSION, security.get(0).getScheme(TOKEN));
    if (operation.getExtensions() != null && operation.getExtensions().containsKey(ONLY)) {
      operation.setSecurity(List.of(session));
      operation.removeExtension(ONLY);
    } else {
      operation.addSecurityRequirement(session);
    }
  }
}
