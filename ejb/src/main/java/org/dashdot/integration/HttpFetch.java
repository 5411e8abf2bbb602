package org.dashdot.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A GET with one time limit for everything, the body included; for integrations that poll. */
@ApplicationScoped
public class HttpFetch {

  private static final int LARGEST = 32 * 1024 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * A whole answer.
   *
   * @param took from the request to the last byte
   */
  public record Answer(int status, byte[] body, Duration took) {}

  /**
   * @throws IOException when there is no whole answer within the limit; its message is a sentence's
   *     end for people
   */
  public Answer get(String url, Duration limit) throws IOException {
    HttpRequest request = request(url, limit);
    long begin = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, answer -> new BoundedBody(LARGEST));
    try {
      HttpResponse<byte[]> answer = coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - begin));
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

  private static HttpRequest request(String url, Duration limit) throws IOException {
    try {
      return HttpRequest.newBuilder(URI.create(url)).timeout(limit).build();
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
