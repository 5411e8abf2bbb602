package org.dashdot.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Several senders that push all the time, each in turn an alert that nobody has seen and one that
 * all of them repeat; it remembers what was answered.
 */
final class Pusher implements AutoCloseable {

  /** Stands for no whole answer. */
  static final int NONE = 0;

  private static final int SENDERS = 4;
  private static final int PAUSE_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An answer after which a sender does not try again. */
  record Refusal(Instant at, int status, String body) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI address;
  private final String prefix;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);

  /** Names of its alerts begin with the prefix. */
  Pusher(RunningServer server, String prefix) {
    this.address = URI.create(server.url() + "/api/v2/alerts");
    this.prefix = prefix;
  }

  void start() {
    for (int i = 0; i < SENDERS; i++) {
      senders.scheduleWithFixedDelay(this::round, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void round() {
    push(prefix + next.incrementAndGet());
    push(prefix + "Repeated");
  }

  private void push(String name) {
    int answer = answer(name);
    answers.merge(name, answer, (before, now) -> success(before) ? before : now);
  }

  private int answer(String name) {
    String body =
        """
        [{"labels": {"alertname": "%s", "instance": "%s:9100", "severity": "warning"},
          "annotations": {"summary": "%s"}, "endsAt": "%s"}]"""
            .formatted(name, name, name, Instant.now().plusSeconds(3600));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + Rest.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 == 4) {
        refusals.add(new Refusal(Instant.now(), answer.statusCode(), answer.body()));
      }
      return answer.statusCode();
    } catch (IOException e) {
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }

  private static boolean success(int status) {
    return status / 100 == 2;
  }

  int accepted() {
    return (int) answers.values().stream().filter(Pusher::success).count();
  }

  /** The alerts that were answered with success. */
  List<String> acceptedNames() {
    return answers.keySet().stream().filter(name -> success(answers.get(name))).toList();
  }

  /** All that was ever pushed, each once: the titles that there must be. */
  Map<String, Long> allOnce() {
    return answers.keySet().stream()
        .collect(Collectors.toMap(name -> name, name -> 1L, Long::sum, TreeMap::new));
  }

  /** The last answer to each. */
  Set<Integer> statuses() {
    return new TreeSet<>(answers.values());
  }

  /** What it was refused, in the order of the answers. */
  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Pushes once more what had no success, as a sender does. */
  void retry() {
    new ArrayList<>(answers.keySet())
        .stream().filter(name -> !success(answers.get(name))).forEach(this::push);
  }

  /** Lets what is under way end, and pushes no more. */
  void stop() {
    senders.shutdown();
    try {
      if (!senders.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A push does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
