package dev.dateline.ingest;

/**
 * How far one look through the files has come.
 *
 * @param files files to read
 * @param filesRead files read to their end
 * @param bytes bytes to read
 * @param bytesRead bytes read
 * @param articles articles and rejections met
 */
public record IngestProgress(int files, int filesRead, long bytes, long bytesRead, int articles) {}
