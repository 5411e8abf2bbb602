package org.dashdot.access.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.Logins;
import org.dashdot.access.Pass;
import org.dashdot.access.Role;

/**
 * One mechanism for everybody: a form and a cookie for people, bearer and basic for programs. Pages
 * redirect a stranger to the login, REST answers 401, Faces ajax gets a partial redirect.
 */
@ApplicationScoped
public class DashDotAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** Name, password and where to go then; it is read before anybody is known. */
  private static final int LARGEST_LOGIN = 16 << 10;

  /** Who came, and with what. */
  private record Known(Actor actor, Pass pass) {}

  @Inject Logins logins;
  @Inject BasicCredentials basic;
  @Inject Throttle throttle;
  @Inject Caller caller;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    String path = Paths.of(request);
    try {
      if ("POST".equals(request.getMethod()) && "/login".equals(path)) {
        return login(request, response, context);
      }
      if ("POST".equals(request.getMethod()) && "/logout".equals(path)) {
        return logout(request, response, context);
      }
      if (Paths.wallLink(path)) {
        return wall(request, response, context, path);
      }
      Optional<Known> known = authenticate(request).or(() -> wall(request, path));
      if (known.isPresent()) {
        return welcome(known.get(), context);
      }
      if (Paths.open(path)) {
        return context.doNothing();
      }
      return Paths.program(path)
          ? unauthorized(response, context)
          : askForLogin(request, response, context, path);
    } catch (IOException e) {
      throw new AuthenticationException(e);
    }
  }

  private Optional<Known> authenticate(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    String origin = request.getRemoteAddr();
    if (header == null) {
      return SecretCookie.LOGIN
          .read(request)
          .flatMap(secret -> with(secret, logins.resume(secret, origin)));
    }
    if (header.startsWith(BEARER)) {
      String secret = header.substring(BEARER.length()).trim();
      return with(secret, logins.bearer(secret, origin));
    }
    if (header.startsWith(BASIC)) {
      return BasicCredentials.parse(header.substring(BASIC.length()).trim())
          .flatMap(
              c ->
                  with(c[1], logins.bearer(c[1], origin))
                      .or(() -> with(null, guessable(c[0], c[1], origin))));
    }
    return Optional.empty();
  }

  private static Optional<Known> with(String secret, Optional<Actor> actor) {
    return actor.map(a -> new Known(a, Pass.of(a, secret)));
  }

  /** A wall sees the dot and nothing else. */
  private Optional<Known> wall(HttpServletRequest request, String path) {
    return Paths.ofWall(path)
        ? SecretCookie.WALL
            .read(request)
            .flatMap(secret -> with(secret, logins.wall(secret, request.getRemoteAddr())))
        : Optional.empty();
  }

  /** The secret leaves the address at once: addresses are shown, logged and passed on. */
  private AuthenticationStatus wall(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      String path)
      throws IOException {
    String secret = path.substring(path.lastIndexOf('/') + 1);
    if (logins.wall(secret, request.getRemoteAddr()).isEmpty()) {
      return redirect(response, context, "/?login=wall");
    }
    SecretCookie.WALL.write(request, response, secret);
    return redirect(response, context, "/wall");
  }

  /** Tokens cannot be guessed: what somebody else fails with must not shut a sender out. */
  private Optional<Actor> guessable(String name, String password, String origin) {
    return throttle.refuses(name, origin)
        ? Optional.empty()
        : counted(name, origin, basic.verify(name, password, origin));
  }

  private AuthenticationStatus login(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException {
    long size = request.getContentLengthLong();
    if (size < 0 || size > LARGEST_LOGIN) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      response.setHeader("Connection", "close");
      guard(response);
      return AuthenticationStatus.SEND_FAILURE;
    }
    String from = Paths.safe(request.getParameter("from"));
    String name = String.valueOf(request.getParameter("username")).trim();
    String origin = request.getRemoteAddr();
    if (foreign(request)) {
      return back(response, context, "failed", from);
    }
    if (throttle.refuses(name, origin)) {
      return back(response, context, "throttled", from);
    }
    Optional<Logins.Opened> opened =
        logins.open(
            name,
            String.valueOf(request.getParameter("password")),
            origin,
            shortened(request.getHeader("User-Agent")));
    if (counted(name, origin, opened).isEmpty()) {
      return back(response, context, "failed", from);
    }
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecretCookie.LOGIN.read(request).ifPresent(logins::close);
    SecretCookie.LOGIN.write(request, response, opened.get().secret());
    return redirect(response, context, from);
  }

  private AuthenticationStatus logout(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException {
    if (!foreign(request)) {
      SecretCookie.LOGIN.read(request).ifPresent(logins::close);
      SecretCookie.LOGIN.clear(request, response);
      if (request.getSession(false) != null) {
        request.getSession(false).invalidate();
      }
    }
    return redirect(response, context, "/");
  }

  private AuthenticationStatus welcome(Known known, HttpMessageContext context) {
    Actor actor = known.actor();
    caller.is(actor, known.pass());
    return context.notifyContainerAboutLogin(
        actor.name(), actor.roles().stream().map(Role::word).collect(Collectors.toSet()));
  }

  private static AuthenticationStatus unauthorized(
      HttpServletResponse response, HttpMessageContext context) throws IOException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    guard(response);
    response.setHeader("WWW-Authenticate", "Basic realm=\"dash-dot\", charset=\"UTF-8\"");
    response.addHeader("WWW-Authenticate", "Bearer realm=\"dash-dot\"");
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .print(
            "{\"type\":\"about:blank\",\"title\":\"Not logged in\",\"status\":401,\"detail\":"
                + "\"Send a valid token (Authorization: Bearer ...) or name and password (Basic).\"}");
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static AuthenticationStatus askForLogin(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      String path)
      throws IOException {
    boolean knew = SecretCookie.LOGIN.read(request).isPresent();
    if (Paths.facesAjax(request)) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .print(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + "/?login=expired&amp;from="
                  + Paths.encode(path)
                  + "\"/></partial-response>");
      return AuthenticationStatus.SEND_CONTINUE;
    }
    String query = request.getQueryString();
    String from = "GET".equals(request.getMethod()) && query != null ? path + "?" + query : path;
    return redirect(
        response,
        context,
        "/?" + (knew ? "login=expired&" : "") + "from=" + Paths.encode(Paths.safe(from)));
  }

  private static AuthenticationStatus back(
      HttpServletResponse response, HttpMessageContext context, String why, String from)
      throws IOException {
    return redirect(response, context, "/?login=" + why + "&from=" + Paths.encode(from));
  }

  private static AuthenticationStatus redirect(
      HttpServletResponse response, HttpMessageContext context, String where) throws IOException {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    guard(response);
    response.setHeader("Location", where);
    response.setHeader("Cache-Control", "no-store");
    return AuthenticationStatus.SEND_CONTINUE;
  }

  /** No filter of the web module sees what is answered here. */
  private static void guard(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private <T> Optional<T> counted(String name, String origin, Optional<T> outcome) {
    if (outcome.isPresent()) {
      throttle.succeeded(name);
    } else {
      throttle.failed(name, origin);
      logins.refused(name, origin);
    }
    return outcome;
  }

  /** Another site's page may not log anybody in or out. */
  private static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    // Without TLS browsers send the origin only.
    String origin = request.getHeader("Origin");
    return origin != null
        && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
  }

  private static String shortened(String text) {
    return text == null ? "browser" : text.substring(0, Math.min(200, text.length()));
  }
}
