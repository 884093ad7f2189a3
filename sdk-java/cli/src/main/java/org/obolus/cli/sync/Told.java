package org.obolus.cli.sync;

/**
 * What is told of one entry.
 *
 * @param name its address, or what people find it by
 * @param sentence why it was refused or skipped; empty where there is nothing to say
 */
public record Told(String name, Fate fate, String sentence) {}
