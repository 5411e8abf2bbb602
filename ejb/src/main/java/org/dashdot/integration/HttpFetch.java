package org.dashdot.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Asks with one time limit for everything, the body included; for integrations that poll. */
@ApplicationScoped
public class HttpFetch {

  private static final int LARGEST = 32 * 1024 * 1024;

  private final HttpClient client;

  /** A redirect could carry credentials to a stranger. */
  private final HttpClient staying;

  /** Trusts whom the platform trusts. */
  public HttpFetch() {
    this(null);
  }

  /**
   * @param trust whom to trust; null for whom the platform trusts
   */
  public HttpFetch(SSLContext trust) {
    client = client(trust, HttpClient.Redirect.NORMAL);
    staying = client(trust, HttpClient.Redirect.NEVER);
  }

  private static HttpClient client(SSLContext trust, HttpClient.Redirect redirect) {
    HttpClient.Builder builder =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(redirect);
    return (trust == null ? builder : builder.sslContext(trust)).build();
  }

  /**
   * What is asked.
   *
   * @param headers those that the client sets itself excepted
   * @param body empty for none
   */
  public record Request(String method, String url, Map<String, String> headers, byte[] body) {}

  /**
   * A whole answer.
   *
   * @param took from the request to the last byte
   * @param certificateEnds until when the server's certificate holds; null without encryption
   */
  public record Answer(int status, byte[] body, Duration took, Instant certificateEnds) {}

  /**
   * @throws IOException when there is no whole answer within the limit; its message is a sentence's
   *     end for people
   */
  public Answer get(String url, Duration limit) throws IOException {
    return exchange(client, request(url, limit).build(), limit);
  }

  /**
   * Follows no redirect: the headers may hold credentials, which are for this address only.
   *
   * @throws IOException as {@link #get}
   */
  public Answer send(Request asked, Duration limit) throws IOException {
    HttpRequest.Builder request = request(asked.url(), limit);
    asked.headers().forEach(request::header);
    HttpRequest.BodyPublisher body =
        asked.body().length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(asked.body());
    return exchange(staying, request.method(asked.method(), body).build(), limit);
  }

  private static Answer exchange(HttpClient client, HttpRequest request, Duration limit)
      throws IOException {
    long begin = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, answer -> new BoundedBody(LARGEST));
    try {
      HttpResponse<byte[]> answer = coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          answer.statusCode(),
          answer.body(),
          Duration.ofNanos(System.nanoTime() - begin),
          answer.sslSession().map(HttpFetch::certificateEnds).orElse(null));
    } catch (ExecutionException e) {
      throw new IOException(reason(e.getCause()), e);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("no answer within " + limit.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Instant certificateEnds(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? certificate.getNotAfter().toInstant()
          : null;
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }

  private static HttpRequest.Builder request(String url, Duration limit) throws IOException {
    try {
      return HttpRequest.newBuilder(URI.create(url)).timeout(limit);
    } catch (IllegalArgumentException e) {
      throw new IOException("this is no address to ask: " + e.getMessage(), e);
    }
  }

  /** The client's own words, where it has any. */
  private static String reason(Throwable cause) {
    if (cause.getMessage() != null) {
      return cause.getMessage();
    }
    return cause instanceof ConnectException
        ? "the connection was refused, or there is no such host"
        : cause.getClass().getSimpleName();
  }
}
