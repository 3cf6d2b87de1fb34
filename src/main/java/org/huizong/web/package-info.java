/**
 * The office's page: a server on this computer alone, its security, and the pages on which a month is done.
 *
 * <p>May call every other room but {@code cli}, which opens it; no other room calls it.
 */
@NullMarked
package org.huizong.web;

import org.jspecify.annotations.NullMarked;
