package dev.dateline.sink.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signing secrets of webhooks, each made from one key and the webhook's address, so that none
 * is ever written to a topic. Thread-safe.
 */
public final class WebhookSecrets {

  private static final String PREFIX = "whsec_";
  private static final int KEY_BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /** Makes the secrets of a key, of at least 24 characters. */
  public WebhookSecrets(String key) {
    if (key.strip().length() < 24) {
      throw new IllegalArgumentException("the key is shorter than 24 characters");
    }
    this.key = new SecretKeySpec(key.strip().getBytes(StandardCharsets.UTF_8), HMAC);
  }

  /** Reads the key from a file; makes the file, for its owner alone, where there is none. */
  public static WebhookSecrets load(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    try {
      return new WebhookSecrets(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Returns the secret that a webhook's receiver verifies with, "whsec_…". */
  public String secretOf(String url) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] secret = mac.doFinal(url.getBytes(StandardCharsets.UTF_8));
      return PREFIX + Base64.getEncoder().encodeToString(secret);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.write(
          file,
          Base64.getEncoder().encode(random),
          EnumSet.of(StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker; its key is as good.
    }
  }
}
