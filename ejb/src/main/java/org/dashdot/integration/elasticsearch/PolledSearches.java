package org.dashdot.integration.elasticsearch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.NewDocuments;
import org.dashdot.integration.SearchServer;
import org.dashdot.integration.elasticsearch.SavedSearch.Kind;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Undecodable;

/**
 * Asks an Elasticsearch or OpenSearch the saved searches of a source ({@code _msearch}, {@code
 * _search} with a point in time): counts become signals, documents become logged lines. A search
 * that cannot be answered is an imperfection itself and costs no other one.
 */
@ApplicationScoped
@Integration("elasticsearch")
public class PolledSearches implements SignalSource {

  /** What fires is said at every poll; it outlives some that are left out. */
  private static final int POLLS_AHEAD = 6;

  @Inject HttpFetch http;
  @Inject Settings settings;

  private final Wording wording = new Wording();
  private final NewDocuments news = new NewDocuments();

  @Override
  public Reading poll(Question question) {
    Settings own = settings.of(question.source());
    SearchServer server = new SearchServer(http, question);
    SearchFile file = SearchFile.read(own.text("elasticsearch.searches"), question.source());
    Judgement judgement =
        new Judgement(
            question,
            wording,
            own.duration("source.poll-interval").multipliedBy(POLLS_AHEAD),
            own.text("elasticsearch.kibana"));
    file.wrong().forEach(judgement::failed);
    List<String> busy = new ArrayList<>();
    count(server, question, counting(file), judgement, busy);
    List<LogLine> lines = new ArrayList<>();
    for (SavedSearch search : file.searches()) {
      if (search.kind() == Kind.LINES) {
        lines.addAll(lines(server, question, search, judgement, busy));
      }
    }
    if (!busy.isEmpty() && busy.size() == file.searches().size()) {
      throw new SourceUnreachable(
          question.url() + " answers none of the saved searches: " + busy.get(0), null);
    }
    return new Reading(judgement.signals(), List.of(), lines, List.of(), false);
  }

  private static List<SavedSearch> counting(SearchFile file) {
    return file.searches().stream().filter(search -> search.kind() != Kind.LINES).toList();
  }

  private static void count(
      SearchServer server,
      Question question,
      List<SavedSearch> searches,
      Judgement judgement,
      List<String> busy) {
    List<SearchServer.Reply> replies =
        server.searchAll(
            searches.stream().map(search -> SearchAsked.body(search, question.now())).toList());
    for (int i = 0; i < searches.size(); i++) {
      SavedSearch search = searches.get(i);
      SearchServer.Reply reply = replies.get(i);
      if (reply.status() == 404 && search.mayBeMissing()) {
        judgement.answered(search, SearchAsked.Counts.none(search));
      } else if (!reply.fine()) {
        judgement.failed(search.name(), reply.reason());
        if (reply.busy()) {
          busy.add(reply.reason());
        }
      } else {
        counted(search, reply, judgement);
      }
    }
  }

  private static void counted(SavedSearch search, SearchServer.Reply reply, Judgement judgement) {
    try {
      judgement.answered(search, SearchAsked.counts(search, reply.body()));
    } catch (Undecodable e) {
      judgement.failed(search.name(), e.getMessage());
    }
  }

  private List<LogLine> lines(
      SearchServer server,
      Question question,
      SavedSearch search,
      Judgement judgement,
      List<String> busy) {
    NewDocuments.Found found =
        news.since(
            server,
            question,
            search.name(),
            new NewDocuments.Wanted(
                search.index(),
                search.timeField(),
                search.query(),
                search.mayBeMissing(),
                LoggedLine.fields(search.timeField())));
    if (found.refused() != null) {
      judgement.failed(search.name(), found.refused());
      if (found.busy()) {
        busy.add(found.refused());
      }
    } else if (found.behind()) {
      judgement.behind(search.name());
    }
    return found.documents().stream()
        .map(document -> LoggedLine.of(document, search))
        .filter(Objects::nonNull)
        .toList();
  }
}
