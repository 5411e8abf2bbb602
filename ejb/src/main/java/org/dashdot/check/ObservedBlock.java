package org.dashdot.check;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dashdot.signal.Compressed;

/** What one source measured and logged in a short time, compressed. */
@Entity
@Table(name = "observed_block")
class ObservedBlock {

  @Id
  @SequenceGenerator(
      name = "observed_block_seq",
      sequenceName = "observed_block_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "observed_block_seq")
  private Long id;

  @Column(name = "source_id")
  private Long sourceId;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "to_at")
  private Instant toAt;

  private int entries;
  private int size;
  private byte[] body;

  protected ObservedBlock() {}

  ObservedBlock(Long sourceId, List<Observed> all) {
    this.sourceId = sourceId;
    this.fromAt = all.get(0).at();
    this.toAt = all.get(all.size() - 1).at();
    this.entries = all.stream().mapToInt(Observed::size).sum();
    this.body = Compressed.of(ObservedText.write(all).getBytes(StandardCharsets.UTF_8));
    this.size = body.length;
  }

  List<Observed> all() {
    return ObservedText.read(Compressed.text(body));
  }
}
