package org.dashdot.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The portal's scripts and styles are known by their content. The build gives every file of the WAR
 * one fixed time, so that by time a browser would keep those of the version before an upgrade.
 */
@WebFilter(urlPatterns = "/app/*", asyncSupported = true)
public class AppFiles extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** What is asked about by time, or for a part of a file that was known by time. */
  private static final Set<String> BY_TIME =
      caseless("If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range");

  private final transient Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> tag = tag(request);
    if (tag.isPresent()) {
      response.setHeader("Cache-Control", "no-cache");
      response.setHeader("ETag", tag.get());
      if (known(request.getHeader("If-None-Match"), tag.get())) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    chain.doFilter(new Timeless(request), new Undated(response));
  }

  /** Read once in the life of a deployment; empty when there is no such file. */
  private Optional<String> tag(HttpServletRequest request) throws IOException {
    String path = request.getServletPath();
    String known = tags.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream file = request.getServletContext().getResourceAsStream(path)) {
      if (file == null) {
        return Optional.empty();
      }
      String read = tagOf(file);
      tags.put(path, read);
      return Optional.of(read);
    }
  }

  static String tagOf(InputStream file) throws IOException {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(file, hash).transferTo(OutputStream.nullOutputStream());
      byte[] start = Arrays.copyOf(hash.digest(), 18);
      return '"' + Base64.getUrlEncoder().encodeToString(start) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Whether a browser names this tag; on the way a proxy may have called it weak. */
  static boolean known(String header, String tag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(one -> one.trim().replaceFirst("^W/", ""))
            .anyMatch(one -> one.equals(tag) || one.equals("*"));
  }

  private static Set<String> caseless(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Collections.addAll(set, names);
    return set;
  }

  /** A request that asks nothing by time. */
  private static final class Timeless extends HttpServletRequestWrapper {

    Timeless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return BY_TIME.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
      return BY_TIME.contains(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return BY_TIME.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }
  }

  /** An answer that tells no time of its file. */
  private static final class Undated extends HttpServletResponseWrapper {

    private static final String TIME = "Last-Modified";

    Undated(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!TIME.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!TIME.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      }
    }

    @Override
    public void setDateHeader(String name, long value) {
      if (!TIME.equalsIgnoreCase(name)) {
        super.setDateHeader(name, value);
      }
    }

    @Override
    public void addDateHeader(String name, long value) {
      if (!TIME.equalsIgnoreCase(name)) {
        super.addDateHeader(name, value);
      }
    }
  }
}
