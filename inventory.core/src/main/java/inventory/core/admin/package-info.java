/** Writing on behalf of callers: what may be written, by whom, and what is wrong with what was sent. */
package inventory.core.admin;
