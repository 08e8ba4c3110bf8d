/** Provider records in the database. */
package inventory.core.store.provider;
