/** Organizations, teams, users and roles in the database. */
package inventory.core.store.people;
