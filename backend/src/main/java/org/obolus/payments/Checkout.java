package org.obolus.payments;

/**
 * Where a person pays.
 *
 * @param reference by which the provider and we mean the same payment; nobody can guess it
 * @param url the page to send the person to; a path when it is a page of this server
 */
public record Checkout(String reference, String url) {}
