/** Acme's widgets. */
package provider.acme;
