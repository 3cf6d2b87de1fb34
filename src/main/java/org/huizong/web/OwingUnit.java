package org.huizong.web;

/**
 * A unit that gets a template.
 *
 * @param code names it in addresses
 * @param label names it for people
 */
public record OwingUnit(String code, String label) {}
