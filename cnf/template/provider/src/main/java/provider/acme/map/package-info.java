/** Turns what the system says into what the inventory keeps. Pure. */
package provider.acme.map;
