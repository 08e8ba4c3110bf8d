/**
 * Rows of the record-like tables as JPA sees them. Fields are public and null where the column is NULL: an entity never leaves the
 * store that read it, holds no other entity, and is turned into a record of the API inside its transaction. Names of columns follow
 * from the names of the fields.
 */
package inventory.core.store.entity;
