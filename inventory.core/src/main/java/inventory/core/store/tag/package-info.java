/** Tags in the database. */
package inventory.core.store.tag;
