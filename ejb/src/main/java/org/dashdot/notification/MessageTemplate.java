package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Words that somebody gave a part of the messages; never changed, only followed by others. */
@Entity
@Table(name = "message_template")
public class MessageTemplate {

  @Id
  @SequenceGenerator(
      name = "message_template_seq",
      sequenceName = "message_template_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "message_template_seq")
  private Long id;

  @Enumerated(EnumType.STRING)
  private MessagePart part;

  private int number;
  private String words;
  private String remark;
  private String author;

  @Column(name = "created_at")
  private Instant createdAt;

  protected MessageTemplate() {}

  MessageTemplate(
      MessagePart part, int number, Template words, String remark, String author, Instant now) {
    this.part = part;
    this.number = number;
    this.words = words.words();
    this.remark = remark;
    this.author = author;
    this.createdAt = now;
  }

  MessagePart part() {
    return part;
  }

  int number() {
    return number;
  }

  String words() {
    return words;
  }

  String remark() {
    return remark;
  }

  String author() {
    return author;
  }

  Instant createdAt() {
    return createdAt;
  }
}
